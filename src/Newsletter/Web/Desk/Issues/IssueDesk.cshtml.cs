using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Review;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>One issue, from draft to sent: what it carries, what a check finds, what can be done with it next.</summary>
[Needs(StaffRole.Editor)]
internal sealed class IssueDeskModel(
    IssueShelf shelf,
    IssueStatuses statuses,
    Approval approval,
    Release release,
    Queueing queueing,
    PreviewLinks links,
    TimeProvider clock
) : IssuePage(shelf)
{
    /// <summary>From so many readers on, the number is typed before the issue is queued.</summary>
    private const int Many = 1000;

    /// <summary>For so long what was queued for now can be taken back.</summary>
    private static readonly TimeSpan s_mindChanging = TimeSpan.FromMinutes(1);

    public IssueWords Words => IssueWords.In(Language);

    public override string Title => $"{Issue.Title}, {Words.NumberSign} {Issue.Issue.Number}";

    public PreflightReport? Report { get; private set; }

    /// <summary>Why the check could not be made; null where it was.</summary>
    public string? CannotCheck { get; private set; }

    /// <summary>The path of the preview, without this page's cookie; null where there is nothing to show.</summary>
    public string? PreviewAt { get; private set; }

    public int Expected { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool MayPublish => May(StaffRole.Publisher, Issue.Issue.PublicationId);

    public bool MustTypeCount => Expected >= Many;

    /// <summary>Until when what was just queued can be taken back; null where it goes already, or later.</summary>
    public DateTimeOffset? TakeBackUntil =>
        Issue.Issue is { State: IssueState.Queued, NotBefore: { } at } && at - Now <= s_mindChanging && at > Now
            ? at
            : null;

    public IEnumerable<(string Name, string Query)> Views =>
        [
            (Words.Desktop, ""),
            (Words.Phone, "?phone=true"),
            (Words.Dark, "?dark=true"),
            (Words.NoPictures, "?noPictures=true"),
            (Words.NoStyles, "?noStyles=true"),
            (Words.Text, "?text=true"),
        ];

    /// <summary>What can be done in its state, each with what it means.</summary>
    public IEnumerable<(string Handler, string Name, string Hint, bool IsDanger)> Moves
    {
        get
        {
            var state = Issue.Issue.State;
            if (state is IssueState.Queued or IssueState.Sending)
                yield return ("Pause", Words.Pause, Words.PauseHint, false);
            if (state is IssueState.Paused or IssueState.Held)
                yield return ("Resume", Words.Resume, Words.ResumeHint, false);
            if (state is not (IssueState.Sent or IssueState.Cancelled))
                yield return ("Cancel", Words.Cancel, Words.CancelHint, true);
        }
    }

    public Task OnGetAsync() => ShowAsync();

    private protected override async Task ShowAsync()
    {
        try
        {
            Report = await approval.CheckAsync(Id, Cancel);
            PreviewAt = new Uri(await links.LinkAsync(Id, readerAddress: null, Cancel)).AbsolutePath;
        }
        catch (Refusal refusal)
        {
            CannotCheck = refusal.Message;
        }
        var status = await statuses.OfAsync(Id, Cancel);
        Expected = status.Expected ?? status.Audience;
    }

    [Needs(StaffRole.Publisher)]
    public Task<IActionResult> OnPostApproveAsync(string? seen) =>
        ChangeAsync(
            "issue.approve",
            Words.Approved,
            async () =>
            {
                var report = await approval.ApproveAsync(Id, Approver, seen ?? "", Cancel);
                return string.Join(" ", report.Warnings.Select(warning => warning.What));
            }
        );

    [Needs(StaffRole.Publisher)]
    public Task<IActionResult> OnPostReopenAsync() =>
        ChangeAsync(
            "issue.reopen",
            Words.Reopened,
            async () =>
            {
                await approval.ReopenAsync(Id, Approver, Cancel);
                return null;
            }
        );

    [Needs(StaffRole.Publisher)]
    public async Task<IActionResult> OnPostQueueAsync(string? at, string? count)
    {
        await ShowAsync();
        return await ChangeAsync(
            "issue.queue",
            Words.Queued,
            async () =>
            {
                // What is typed is compared with what would go now: a number that changed meanwhile is looked at again.
                if (MustTypeCount && !IsNumber(count, Expected))
                    throw new Refusal(string.Format(Culture, Words.WrongCount, Expected));
                var typed = string.IsNullOrWhiteSpace(at)
                    ? (Now + s_mindChanging).ToString("O", CultureInfo.InvariantCulture)
                    : at.Trim();
                var time = await release.QueueAsync(Id, typed, Cancel);
                return $"{time:yyyy-MM-dd'T'HH:mm:sszzz}";
            }
        );
    }

    [Needs(StaffRole.Publisher)]
    public Task<IActionResult> OnPostPauseAsync() =>
        ChangeAsync("issue.pause", Words.Paused, async () => $"{(await queueing.PauseAsync(Id, Cancel)).State}");

    [Needs(StaffRole.Publisher)]
    public Task<IActionResult> OnPostResumeAsync() =>
        ChangeAsync("issue.resume", Words.Resumed, async () => $"{(await queueing.ResumeAsync(Id, Cancel)).State}");

    [Needs(StaffRole.Publisher)]
    public Task<IActionResult> OnPostCancelAsync() =>
        ChangeAsync("issue.cancel", Words.Cancelled, async () => $"{(await queueing.CancelAsync(Id, Cancel)).State}");

    private Approver Approver => new(Me.Name, Me.Email);

    private Task<IActionResult> ChangeAsync(string act, string done, Func<Task<string?>> does) =>
        ChangeAsync(act, done, does, before: $"{Issue.Issue.State}");

    private static bool IsNumber(string? typed, int expected) =>
        int.TryParse(
            string.Concat((typed ?? "").Where(char.IsAsciiDigit)),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number == expected;
}
