using Newsletter.Delivery;
using Newsletter.Delivery.Routing;
using Newsletter.Issues;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>How far an issue is, as a page, as a part of one, and as events that say when to ask again.</summary>
[Needs(StaffRole.Editor)]
internal sealed class ProgressModel(
    IssueShelf shelf,
    IssueStatuses statuses,
    IHostApplicationLifetime host,
    TimeProvider clock
) : IssuePage(shelf)
{
    // At least; a ledger of a million takes longer to count, and whoever looks on may cost a tenth of a core at most.
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(1);

    // Proxies give up a connection on which nothing is said for half a minute or more.
    private const int LooksBetweenSigns = 15;

    public IssueWords Words => IssueWords.In(Language);

    public override string Title => Words.Progress;

    public IssueStatus Status { get; private set; } = null!;

    /// <summary>Whether a page asks for it, to show it within itself.</summary>
    public bool IsPart => Request.Headers.ContainsKey("HX-Request");

    public string? PaceShown =>
        Pace.Of(Status, clock.GetUtcNow()) is { } pace && Status.FinishedAt is null
            ? string.Format(Culture, Words.PaceOf, pace.PerSecond, pace.Left is { } left ? Durations.Clock(left) : "…")
            : null;

    public Task OnGetAsync() => ShowAsync();

    /// <summary>Server-sent events (WHATWG HTML section 9.2): "changed" each time the numbers do, until the issue is over.</summary>
    public async Task OnGetEventsAsync()
    {
        Response.ContentType = "text/event-stream";
        Response.Headers["X-Accel-Buffering"] = "no";
        // A service that stops waits for nobody who looks on.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Cancel, host.ApplicationStopping);
        try
        {
            IssueStatus? last = null;
            for (var look = 0; ; look++)
            {
                var began = clock.GetTimestamp();
                var status = await statuses.OfAsync(Id, either.Token);
                var wait = TimeSpan.FromTicks(Math.Max(s_betweenLooks.Ticks, 10 * clock.GetElapsedTime(began).Ticks));
                if (last is not null && status != last)
                    await SayAsync("event: changed\ndata: \n\n");
                else if (look % LooksBetweenSigns == 0)
                    await SayAsync(": here\n\n");
                last = status;
                await Task.Delay(wait, clock, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever looked has gone.
        }
    }

    private protected override async Task ShowAsync() => Status = await statuses.OfAsync(Id, Cancel);

    private async Task SayAsync(string text)
    {
        await Response.WriteAsync(text, Cancel);
        await Response.Body.FlushAsync(Cancel);
    }
}
