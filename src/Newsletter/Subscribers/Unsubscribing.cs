using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>
/// Readers leave, and take leaving back. It is on disk before anyone is answered; what is queued already is withdrawn
/// by the ledger, which asks for the subscription's state before it begins a message.
/// </summary>
internal sealed partial class Unsubscribing(WriteLane lane, TimeProvider clock, ILogger<Unsubscribing> logger)
{
    /// <summary>
    /// How long leaving can be taken back. A mail may be forwarded, and its link then brings back nobody who left
    /// long ago.
    /// </summary>
    public static TimeSpan UndoFor { get; } = TimeSpan.FromDays(1);

    /// <summary>By the number in a link that was verified. Repeating it changes nothing.</summary>
    /// <returns>False where the subscription is gone, and there is nothing to leave.</returns>
    public Task<bool> LeaveAsync(long subscriptionId, string how, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var subscription = await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == subscriptionId, cancel);
                if (subscription is not null)
                    Leave(db, subscription, how);
                return subscription is not null;
            },
            cancel
        );

    /// <summary>By address, for staff: from one publication, or from all where it is null.</summary>
    /// <returns>How many subscriptions ended now; 0 where the reader had left already.</returns>
    /// <exception cref="Refusal">No such publication, or no such reader in it.</exception>
    public Task<int> LeaveAsync(EmailAddress address, string? publication, string how, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var found = await SubscriptionsAsync(db, address, publication, cancel);
                return found.Count(subscription => Leave(db, subscription, how));
            },
            cancel
        );

    /// <summary>Takes leaving back within <see cref="UndoFor"/>.</summary>
    /// <returns>Whether the reader is subscribed now; false where it is too late or the subscription is gone.</returns>
    public Task<bool> UndoAsync(long subscriptionId, string how, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var subscription = await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == subscriptionId, cancel);
                if (subscription is not { State: SubscriptionState.Unsubscribed })
                    return subscription is { IsOver: false };
                if (now - subscription.ChangedAt > UndoFor)
                    return false;
                var consented = await db.Consents.AnyAsync(
                    c => c.SubscriptionId == subscriptionId && c.Act == ConsentAct.Given,
                    cancel
                );
                subscription.ComeBack(consented, now);
                db.Consents.Add(new Consent(subscription, ConsentAct.Restored, now, how, null));
                LogRestored(logger, subscriptionId);
                return true;
            },
            cancel
        );

    private static async Task<List<Subscription>> SubscriptionsAsync(
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

        var found = await of.ToListAsync(cancel);
        return found.Count > 0
            ? found
            : throw new Refusal(
                $"{address} has no subscription{(publication is null ? "" : $" to \"{publication.Trim()}\"")}; see \"newsletter subscriber list\". To keep all mail from an address, use \"newsletter subscriber suppress\"."
            );
    }

    private bool Leave(NewsletterDb db, Subscription subscription, string how)
    {
        // One who complained receives nothing already, and stays known as one who complained.
        if (subscription.IsOver)
            return false;
        subscription.Leave(clock.GetUtcNow());
        db.Consents.Add(new Consent(subscription, ConsentAct.Withdrawn, clock.GetUtcNow(), how, null));
        LogLeft(logger, subscription.Id);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Subscription {SubscriptionId} ended by its reader")]
    private static partial void LogLeft(ILogger logger, long subscriptionId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Subscription {SubscriptionId} restored by its reader")]
    private static partial void LogRestored(ILogger logger, long subscriptionId);
}
