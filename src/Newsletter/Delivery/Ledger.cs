using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Subscribers;

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
    private readonly RetryPlan retries = RetryPlan.Of(options.Value);

    private int claimings;
    private string? unanswered;

    /// <summary>How this process signs what it holds; the number of the claim follows it.</summary>
    public string Owner { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}:{Environment.ProcessId}:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}#"
        );

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
                return await ClaimAsync(db, holder, count, cancel);
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
    public Task<IReadOnlyDictionary<Claim, DateTimeOffset>> CommitAsync(
        IReadOnlyList<LedgerStep> steps,
        CancellationToken cancel
    ) =>
        lane.WriteAsync(
            async db =>
            {
                foreach (var step in steps)
                {
                    if (step.Done is { } done)
                        await new Settling(db, retries, clock.GetUtcNow()).SettleAsync(done, cancel);
                }

                var next = steps.Select(step => step.Next).OfType<Claim>().ToList();
                return await new Beginning(db, clock, SendingLease).BeginAsync(next, cancel);
            },
            cancel
        );

    /// <summary>Gives back what was claimed and not begun.</summary>
    public Task<int> ReleaseAsync(Claim claim, CancellationToken cancel) =>
        lane.WriteAsync(
            db => Claimed(db).Where(m => m.Id == claim.Id && m.Owner == claim.Holder).BackToQueueAsync(cancel),
            cancel
        );

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

    private async Task<IReadOnlyList<Claim>> ClaimAsync(
        NewsletterDb db,
        string holder,
        int count,
        CancellationToken cancel
    )
    {
        var sending = await db
            .Issues.Where(i => i.State == IssueState.Sending)
            .OrderBy(i => i.Id)
            .Select(i => i.Id)
            .ToListAsync(cancel);
        var until = await LedgerClock.NowAsync(db, clock, cancel) + ClaimLease;
        var ids = new List<long>();
        for (var i = 0; i < sending.Count && ids.Count < count; i++)
        {
            var share = (count - ids.Count + sending.Count - i - 1) / (sending.Count - i);
            ids.AddRange(await DueAsync(db, sending[i], share, cancel));
        }

        if (ids.Count == 0)
            return [];
        await db
            .Messages.Where(m => ids.Contains(m.Id) && m.State == MessageState.Queued)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, MessageState.Claimed)
                        .SetProperty(m => m.Owner, holder)
                        .SetProperty(m => m.LeaseUntil, until),
                cancel
            );
        return await ClaimsAsync(db, holder, ids, cancel);
    }

    private async Task<List<long>> DueAsync(NewsletterDb db, int issueId, int count, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!databases.IsPostgres)
        {
            return await db
                .Messages.Where(m => m.IssueId == issueId && m.State == MessageState.Queued && m.NotBefore <= now)
                .OrderBy(m => m.NotBefore)
                .Select(m => m.Id)
                .Take(count)
                .ToListAsync(cancel);
        }

        // Rows that another process is claiming at this moment are passed over, not waited for.
        return await db
            .Database.SqlQuery<long>(
                $"""
                SELECT id AS "Value" FROM messages
                WHERE issue_id = {issueId} AND state = 'Queued' AND not_before <= {now}
                ORDER BY not_before LIMIT {count} FOR UPDATE SKIP LOCKED
                """
            )
            .ToListAsync(cancel);
    }

    private static async Task<IReadOnlyList<Claim>> ClaimsAsync(
        NewsletterDb db,
        string holder,
        List<long> ids,
        CancellationToken cancel
    )
    {
        var subscriptions = db.Subscriptions;
        return await db
            .Messages.Where(m => ids.Contains(m.Id) && m.State == MessageState.Claimed && m.Owner == holder)
            .Join(
                subscriptions,
                m => m.SubscriptionId,
                s => s.Id,
                (m, s) =>
                    new Claim(
                        m.Id,
                        holder,
                        m.IssueId,
                        m.SubscriptionId,
                        s.Subscriber.Email,
                        s.Subscriber.Name,
                        m.Attempts,
                        m.DatedAt
                    )
            )
            .ToListAsync(cancel);
    }

    // The lease is asked for because it has an index of its own, which holds only what is held.
    private static IQueryable<Message> Claimed(NewsletterDb db) =>
        db.Messages.Where(m => m.LeaseUntil != null && m.State == MessageState.Claimed);
}
