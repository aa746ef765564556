using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>
/// Readers leave, and take leaving back. It is on disk before anyone is answered; what is queued already is withdrawn
/// by the ledger, which asks for the subscription's state before it begins a message.
/// </summary>
internal sealed partial class Unsubscribing
{
    // Some 50 ms of the lane on SQLite.
    private const int MostTogether = 200;

    private readonly WriteLane lane;
    private readonly TimeProvider clock;
    private readonly ILogger<Unsubscribing> logger;
    private readonly GatheredWrites<(long SubscriptionId, Origin From), bool> gathered;

    public Unsubscribing(WriteLane lane, TimeProvider clock, ILogger<Unsubscribing> logger)
    {
        (this.lane, this.clock, this.logger) = (lane, clock, logger);
        gathered = new(LeaveTogetherAsync, MostTogether);
    }

    /// <summary>How those who left everything at once did so: by it they are found again, should they take it back.</summary>
    public const string FromAll = "unsubscribe page, from all";

    /// <summary>
    /// How long leaving can be taken back. A mail may be forwarded, and its link then brings back nobody who left
    /// long ago.
    /// </summary>
    public static TimeSpan UndoFor { get; } = TimeSpan.FromDays(1);

    /// <summary>
    /// By the number in a link that was verified. Repeating it changes nothing. Who leaves at the same moment, as after
    /// the first messages of an issue, is written in one commit; it is not given up where the one who asks hangs up.
    /// </summary>
    /// <returns>False where the subscription is gone, and there is nothing to leave.</returns>
    public Task<bool> LeaveAsync(long subscriptionId, Origin from) => gathered.AskAsync((subscriptionId, from));

    /// <summary>From everything that the reader of this subscription receives.</summary>
    /// <param name="network">From where; null where it is not known.</param>
    /// <returns>How many subscriptions ended now; null where the subscription is gone.</returns>
    public Task<int?> LeaveAllAsync(long subscriptionId, string? network, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var leavers = await LeaversIn(db, db.OfReaderOf(subscriptionId)).ToListAsync(cancel);
                return leavers.Count == 0
                    ? (int?)null
                    : await LeaveAsync(db, leavers, new Origin(FromAll, network), cancel);
            },
            cancel
        );

    /// <summary>By address, for staff: from one publication, or from all where it is null.</summary>
    /// <returns>How many subscriptions ended now; 0 where the reader had left already.</returns>
    /// <exception cref="Refusal">No such publication, or no such reader in it.</exception>
    public Task<int> LeaveAsync(EmailAddress address, string? publication, Origin from, CancellationToken cancel) =>
        lane.WriteAsync(
            async db => await LeaveAsync(db, await LeaversAsync(db, address, publication, cancel), from, cancel),
            cancel
        );

    /// <summary>Takes leaving back within <see cref="UndoFor"/>.</summary>
    /// <param name="all">Also what ended with it by <see cref="LeaveAllAsync"/>.</param>
    /// <returns>Whether the reader is subscribed now; false where it is too late or the subscription is gone.</returns>
    public Task<bool> UndoAsync(long subscriptionId, Origin from, CancellationToken cancel, bool all = false) =>
        lane.WriteAsync(
            async db =>
            {
                var subscription = await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == subscriptionId, cancel);
                if (all)
                {
                    foreach (var other in await LeftTogetherAsync(db, subscriptionId, cancel))
                        await UndoAsync(db, other, from, cancel);
                }

                return subscription is not null && await UndoAsync(db, subscription, from, cancel);
            },
            cancel
        );

    /// <summary>Within a transaction that the caller has begun. One who has left already is left alone.</summary>
    public async Task LeaveAsync(NewsletterDb db, Subscription subscription, Origin from, CancellationToken cancel)
    {
        var one = db.Subscriptions.Where(s => s.Id == subscription.Id);
        await LeaveAsync(db, await LeaversIn(db, one).SingleAsync(cancel), from, cancel);
    }

    /// <summary>Within a transaction that the caller has begun.</summary>
    /// <returns>Whether the reader is subscribed now.</returns>
    public async Task<bool> UndoAsync(NewsletterDb db, Subscription subscription, Origin from, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (subscription.State is not SubscriptionState.Unsubscribed)
            return !subscription.IsOver;
        if (now - subscription.ChangedAt > UndoFor)
            return false;
        var consented = await db.Consents.AnyAsync(
            c => c.SubscriptionId == subscription.Id && c.Act == ConsentAct.Given,
            cancel
        );
        subscription.ComeBack(consented, now);
        db.Consents.Add(from.Proof(subscription, ConsentAct.Restored, now));
        await Goodbyes.TakeBackAsync(db, subscription, cancel);
        LogRestored(logger, subscription.Id);
        return true;
    }

    private Task<IReadOnlyList<bool>> LeaveTogetherAsync(IReadOnlyList<(long SubscriptionId, Origin From)> asked) =>
        lane.WriteAsync<IReadOnlyList<bool>>(
            async db =>
            {
                // The first word of each counts; the others find that it was said.
                var from = asked.GroupBy(one => one.SubscriptionId).ToDictionary(g => g.Key, g => g.First().From);
                var there = await new LeavingTogether(db, clock.GetUtcNow()).WriteAsync(from);
                foreach (var (subscription, _) in there.Where(one => one.IsPolite))
                {
                    var leaver = await LeaversIn(db, db.Subscriptions.Where(s => s.Id == subscription)).SingleAsync();
                    await LeaveAsync(db, leaver, from[subscription], CancellationToken.None);
                }

                LogTogether(logger, there.Count);
                var known = there.Select(one => one.SubscriptionId).ToHashSet();
                return [.. asked.Select(one => known.Contains(one.SubscriptionId))];
            },
            CancellationToken.None
        );

    // With what its publication says to those who leave: one question less for each who does.
    private static IQueryable<Leaver> LeaversIn(NewsletterDb db, IQueryable<Subscription> subscriptions)
    {
        var polite = db.Publications.IgnoreAutoIncludes().Where(p => p.SaysGoodbye);
        return subscriptions.Select(s => new Leaver(s, polite.Any(p => p.Id == s.PublicationId)));
    }

    private static async Task<List<Leaver>> LeaversAsync(
        NewsletterDb db,
        EmailAddress address,
        string? publication,
        CancellationToken cancel
    )
    {
        var of = db.Subscriptions.Where(s => s.Subscriber.EmailKey == address.Key);
        if (publication is not null)
        {
            var id = (await db.PublicationAsync(publication, cancel)).Id;
            of = of.Where(s => s.PublicationId == id);
        }

        var found = await LeaversIn(db, of).ToListAsync(cancel);
        return found.Count > 0
            ? found
            : throw new Refusal(
                $"{address} has no subscription{(publication is null ? "" : $" to \"{publication.Trim()}\"")}; see \"newsletter subscriber list\". To keep all mail from an address, use \"newsletter subscriber suppress\"."
            );
    }

    private static async Task<List<Subscription>> LeftTogetherAsync(
        NewsletterDb db,
        long subscriptionId,
        CancellationToken cancel
    )
    {
        var ends = db.Consents.Where(c => c.Act == ConsentAct.Withdrawn);
        return await db.OfReaderOf(subscriptionId)
            .Where(s => s.Id != subscriptionId && s.State == SubscriptionState.Unsubscribed)
            .Where(s =>
                ends.Where(c => c.SubscriptionId == s.Id).OrderByDescending(c => c.Id).Select(c => c.How).First()
                == FromAll
            )
            .ToListAsync(cancel);
    }

    private async Task<int> LeaveAsync(NewsletterDb db, List<Leaver> leavers, Origin from, CancellationToken cancel)
    {
        var left = 0;
        foreach (var leaver in leavers)
        {
            if (await LeaveAsync(db, leaver, from, cancel))
                left++;
        }

        return left;
    }

    private async Task<bool> LeaveAsync(NewsletterDb db, Leaver leaver, Origin from, CancellationToken cancel)
    {
        var (subscription, now) = (leaver.Subscription, clock.GetUtcNow());
        // One who complained receives nothing already, and stays known as one who complained.
        if (subscription.IsOver)
            return false;
        // Who never confirmed was never greeted, and is not mailed again to be told of it.
        var knew = subscription.State is SubscriptionState.Active or SubscriptionState.Paused;
        subscription.Leave(now);
        db.Consents.Add(from.Proof(subscription, ConsentAct.Withdrawn, now));
        if (leaver.SaysGoodbye && knew)
            await Goodbyes.AskAsync(db, subscription, now, cancel);
        LogLeft(logger, subscription.Id);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} subscriptions ended by links of their readers")]
    private static partial void LogTogether(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Subscription {SubscriptionId} ended by its reader")]
    private static partial void LogLeft(ILogger logger, long subscriptionId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Subscription {SubscriptionId} restored by its reader")]
    private static partial void LogRestored(ILogger logger, long subscriptionId);

    private sealed record Leaver(Subscription Subscription, bool SaysGoodbye);
}
