using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Delivery;

/// <summary>
/// The record of what became of each message, as one process writes it. Each transition is a guarded update: it
/// names the state that it leaves, and the number of rows changed is the answer.
/// </summary>
internal sealed class Ledger(
    Databases databases,
    WriteLane lane,
    TimeProvider clock,
    IOptions<DeliveryOptions> options,
    RelayTimeouts timeouts
)
{
    // What is due, and when again. Dates that people see are those of the machine's own clock.
    private readonly ForwardClock forward = new(clock);
    private readonly RetryPlan retries = RetryPlan.Of(options.Value.Retries, options.Value.GiveUpAfter);

    // Whose columns are carried already: a transition that never goes back.
    private readonly ConcurrentDictionary<int, bool> carried = [];
    private int claimings;
    private string? unanswered;

    /// <summary>How this process signs what it holds; the number of the claim follows it.</summary>
    public string Owner { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}:{Environment.ProcessId}:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}#"
        );

    /// <summary>The time by which messages are due; set back, the machine's clock does not take it along.</summary>
    public DateTimeOffset Now => forward.GetUtcNow();

    /// <summary>How long a claim holds that is not begun.</summary>
    public TimeSpan ClaimLease { get; init; } = Durations.Parse(options.Value.ClaimLease);

    /// <summary>How long a message holds that is begun: longer than any relay may take.</summary>
    public TimeSpan SendingLease { get; init; } =
        options.Value.SendingLease is { Length: > 0 } lease
            ? Durations.Parse(lease)
            : timeouts.Whole + TimeSpan.FromMinutes(1);

    /// <summary>
    /// Takes up to <paramref name="count"/> messages that are due, a share from each issue that is being sent.
    /// Not to be asked again before it has answered.
    /// </summary>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(int count, CancellationToken cancel)
    {
        // A commit whose answer was lost may have claimed: nobody would ever come for those, so they go back.
        var lost = unanswered;
        var holder =
            lost ?? string.Create(CultureInfo.InvariantCulture, $"{Owner}{Interlocked.Increment(ref claimings)}");
        unanswered = holder;
        var claims = await lane.WriteAsync(
            async db =>
            {
                if (lost is not null)
                    await Claimed(db).Where(m => m.Owner == lost).BackToQueueAsync(cancel);
                return await new Claiming(db, forward, ClaimLease).ClaimAsync(holder, count, cancel);
            },
            cancel
        );
        unanswered = null;
        return claims;
    }

    /// <summary>
    /// Settles and begins for several connections in one commit. For each message to begin: the date it bears, once
    /// it is on disk that it is being sent; no entry where it may not be sent (any more).
    /// </summary>
    public async Task<IReadOnlyDictionary<Claim, DateTimeOffset>> CommitAsync(
        IReadOnlyList<LedgerStep> steps,
        CancellationToken cancel
    )
    {
        var begun = await lane.WriteAsync(
            async db =>
            {
                var done = steps.Select(step => step.Done).OfType<Settlement>().ToList();
                await new Settling(db, retries, forward.GetUtcNow()).SettleAsync(done, cancel);
                var next = steps.Select(step => step.Next).OfType<Claim>().ToList();
                return await new Beginning(db, clock, SendingLease, carried).BeginAsync(next, cancel);
            },
            cancel
        );
        // Only what is committed is known.
        foreach (var claim in begun.Keys)
            carried.TryAdd(claim.IssueId, true);
        return begun;
    }

    /// <summary>Gives back what was claimed and not begun.</summary>
    public Task<int> ReleaseAsync(Claim claim, CancellationToken cancel) =>
        lane.WriteAsync(
            db => Claimed(db).Where(m => m.Id == claim.Id && m.Owner == claim.Holder).BackToQueueAsync(cancel),
            cancel
        );

    /// <summary>Gives back what was claimed and not begun, each not to be claimed before its turn.</summary>
    public Task<int> PutOffAsync(IReadOnlyList<(Claim Claim, DateTimeOffset At)> turns, CancellationToken cancel) =>
        lane.WriteAsync(db => PuttingOff.RunAsync(db, turns, cancel), cancel);

    /// <summary>Gives back all that this process claimed and did not begin.</summary>
    public Task<int> ReleaseAllAsync(CancellationToken cancel) =>
        lane.WriteAsync(db => Claimed(db).Where(m => m.Owner!.StartsWith(Owner)).BackToQueueAsync(cancel), cancel);

    /// <summary>An issue no message of which waits any more is sent.</summary>
    public Task<int> FinishAsync(CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var unsettled = db.Messages.Unsettled();
                var now = clock.GetUtcNow();
                return await db
                    .Issues.Where(i => i.State == IssueState.Sending && !unsettled.Any(m => m.IssueId == i.Id))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(i => i.State, IssueState.Sent).SetProperty(i => i.FinishedAt, now),
                        cancel
                    );
            },
            cancel
        );

    /// <summary>Whether anything is left to wait for: retries, other processes' messages, issues queued for later.</summary>
    public async Task<bool> AnythingWaitsAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.Issues.AnyAsync(i => i.State == IssueState.Queued || i.State == IssueState.Sending, cancel);
    }

    // The lease is asked for because it has an index of its own, which holds only what is held.
    private static IQueryable<Message> Claimed(NewsletterDb db) =>
        db.Messages.Where(m => m.LeaseUntil != null && m.State == MessageState.Claimed);
}
