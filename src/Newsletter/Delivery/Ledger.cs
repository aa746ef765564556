using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Delivery.ServiceMails;
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

    private static readonly TimeSpan JustDue = TimeSpan.FromSeconds(2);

    // Null where several processes may deliver, so that claims are written.
    private readonly HeldClaims? held = databases.IsPostgres ? null : new HeldClaims();

    // Whose columns are carried already: a transition that never goes back.
    private readonly ConcurrentDictionary<int, bool> carried = [];
    private readonly ServiceMailLedger serviceMails = new(databases, lane, clock);
    private int claimings;
    private int cameFirst;
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

    /// <summary>Takes what is due: mails that are no issue first, then a share from each issue that is being sent. Not to be asked again before it has answered.</summary>
    /// <param name="mails">At most so many that are no issue.</param>
    /// <param name="count">At most so many messages of issues.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(int mails, int count, CancellationToken cancel)
    {
        // A commit whose answer was lost may have claimed: nobody would ever come for those, so they go back.
        var lost = unanswered;
        var holder =
            lost ?? string.Create(CultureInfo.InvariantCulture, $"{Owner}{Interlocked.Increment(ref claimings)}");
        unanswered = holder;
        if (lost is not null)
            (mails, count) = (Math.Max(1, mails), Math.Max(1, count));
        IReadOnlyList<Claim> taken =
            mails > 0 ? await serviceMails.ClaimAsync(lost, holder, ClaimLease, mails, cancel) : [];
        IReadOnlyList<Claim> messages =
            count <= 0 ? []
            : held is null ? await WriteClaimAsync(lost, holder, count, cancel)
            : await HoldClaimAsync(held, holder, count, cancel);
        unanswered = null;
        if (messages is [MessageClaim first, ..])
            cameFirst = first.IssueId;
        return [.. taken, .. messages];
    }

    /// <summary>A run begins: what an earlier one of this process held in memory, nobody holds.</summary>
    public void Forget() => held?.ForgetAll();

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
                await SettleAsync(db, done, cancel);
                var next = steps.Select(step => step.Next).OfType<MessageClaim>().ToList();
                var dates = await new Beginning(db, clock, SendingLease, held, carried).BeginAsync(next, cancel);
                var mails = steps.Select(step => step.Next).OfType<ServiceMailClaim>().ToList();
                await serviceMails.BeginAsync(db, mails, SendingLease, dates, cancel);
                return dates;
            },
            cancel
        );
        held?.Forget(steps.Select(step => step.Next).OfType<MessageClaim>());
        // Only what is committed is known.
        foreach (var claim in begun.Keys.OfType<MessageClaim>())
            carried.TryAdd(claim.IssueId, true);
        return begun;
    }

    /// <summary>Gives back what was claimed and not begun, each not to be claimed before its turn.</summary>
    public async Task<int> PutOffAsync(
        IReadOnlyList<(MessageClaim Claim, DateTimeOffset At)> turns,
        CancellationToken cancel
    )
    {
        var present = turns.Where(turn => held?.Holds(turn.Claim) != false).ToList();
        var changed = await lane.WriteAsync(db => PuttingOff.RunAsync(db, present, cancel), cancel);
        held?.Forget(present.Select(turn => turn.Claim));
        return changed;
    }

    /// <summary>Gives back all that this process claimed and did not begin.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancel)
    {
        held?.ForgetAll();
        await lane.WriteAsync(
            async db =>
                await ServiceMailLedger.ReleaseAllAsync(db, Owner, cancel)
                + (
                    held is null ? await Claimed(db).Where(m => m.Owner!.StartsWith(Owner)).BackToQueueAsync(cancel) : 0
                ),
            cancel
        );
    }

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

    /// <summary>Nothing more of an issue is begun until a person resumes it.</summary>
    /// <returns>False where it is not being sent.</returns>
    public async Task<bool> HoldAsync(int issueId, string because, CancellationToken cancel) =>
        await lane.WriteAsync(
            db =>
                db.Issues.Where(i => i.Id == issueId && i.State == IssueState.Sending)
                    .HoldAsync(IssueState.Sending, because, cancel),
            cancel
        ) > 0;

    /// <summary>Whether mail that is no issue is due now.</summary>
    public Task<bool> AnyServiceMailIsDueAsync(CancellationToken cancel) => serviceMails.AnyIsDueAsync(cancel);

    /// <summary>Ends mail that is no issue and has waited until it was of no use.</summary>
    public Task<int> ExpireAsync(CancellationToken cancel) => serviceMails.ExpireAsync(cancel);

    /// <summary>Whether anything is left to wait for: retries, other processes' messages, issues queued for later.</summary>
    public async Task<bool> AnythingWaitsAsync(CancellationToken cancel)
    {
        if (await serviceMails.AnyWaitsAsync(cancel))
            return true;
        await using var db = databases.CreateDbContext();
        return await db.Issues.AnyAsync(i => i.State == IssueState.Queued || i.State == IssueState.Sending, cancel);
    }

    /// <summary>Whether messages that were never tried wait for a turn of their domain.</summary>
    public async Task<bool> AnyTurnWaitsAsync(CancellationToken cancel)
    {
        // A turn that has just come has not been claimed yet.
        var now = Now - JustDue;
        await using var db = databases.CreateDbContext();
        var sending = db.Issues.Where(i => i.State == IssueState.Sending).Select(i => i.Id);
        return await db
            .Messages.NotSent()
            .AnyAsync(
                m =>
                    sending.Contains(m.IssueId)
                    && m.State == MessageState.Queued
                    && m.NotBefore > now
                    && m.DatedAt == null,
                cancel
            );
    }

    // Nothing is written, so nobody is waited for: it reads what was last committed.
    private async Task<IReadOnlyList<MessageClaim>> HoldClaimAsync(
        HeldClaims held,
        string holder,
        int count,
        CancellationToken cancel
    )
    {
        await using var db = databases.CreateDbContext();
        await db.Database.OpenConnectionAsync(cancel);
        return await new Claiming(db, forward, ClaimLease, held).ClaimAsync(holder, count, cameFirst, cancel);
    }

    private Task<IReadOnlyList<MessageClaim>> WriteClaimAsync(
        string? lost,
        string holder,
        int count,
        CancellationToken cancel
    ) =>
        lane.WriteAsync(
            async db =>
            {
                if (lost is not null)
                    await Claimed(db).Where(m => m.Owner == lost).BackToQueueAsync(cancel);
                return await new Claiming(db, forward, ClaimLease, held).ClaimAsync(holder, count, cameFirst, cancel);
            },
            cancel
        );

    private async Task SettleAsync(NewsletterDb db, List<Settlement> done, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var messages = done.Where(one => one.Claim is MessageClaim).ToList();
        await new Settling(db, retries, now, due: forward.GetUtcNow()).SettleAsync(messages, cancel);
        foreach (var mail in done.Where(one => one.Claim is ServiceMailClaim))
            await new ServiceMailSettling(db, now).SettleAsync(mail, cancel);
    }

    // The lease is asked for because it has an index of its own, which holds only what is held.
    private static IQueryable<Message> Claimed(NewsletterDb db) =>
        db.Messages.Where(m => m.LeaseUntil != null && m.State == MessageState.Claimed);
}
