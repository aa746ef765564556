using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>Adds one reader to one publication.</summary>
internal sealed class Subscribing(WriteLane lane, TimeProvider clock)
{
    /// <summary>
    /// Makes a reader pending, or active where <paramref name="consent"/> is given. One who is there already is
    /// renamed where a name is given, and activated where they were pending and consent is given.
    /// </summary>
    /// <exception cref="Refusal">No such publication; the address is suppressed; or the reader left, and only they can come back.</exception>
    public Task<SubscribingResult> AddAsync(
        string publication,
        EmailAddress address,
        string? name,
        GivenConsent? consent,
        CancellationToken cancel
    ) =>
        lane.WriteAsync(
            async db =>
            {
                await ErasureTurn.BeforeAddingAsync(db, cancel);
                var to = await db.PublicationAsync(publication, cancel);
                if (await db.IsSuppressedAsync(address, cancel))
                {
                    throw new Refusal(
                        $"{address} is suppressed and receives nothing from any publication; \"newsletter subscriber show {address}\" says why."
                    );
                }

                var subscriber = await SubscriberAsync(db, address, name, cancel);
                var subscription = await SubscriptionOrNullAsync(db, to, subscriber, cancel);
                var isNew = subscription is null;
                subscription ??= db.Subscriptions.Add(new(to.Id, subscriber, clock.GetUtcNow())).Entity;
                RefuseReturn(subscription, address, to);
                if (consent is not null)
                    Activate(db, subscription, consent);
                await db.SaveChangesAsync(cancel);
                return new SubscribingResult(subscription.Id, subscription.State, isNew);
            },
            cancel
        );

    private async Task<Subscriber> SubscriberAsync(
        NewsletterDb db,
        EmailAddress address,
        string? name,
        CancellationToken cancel
    )
    {
        var known = await db.Subscribers.SingleOrDefaultAsync(s => s.EmailKey == address.Key, cancel);
        if (known is null)
            return db.Subscribers.Add(new(address, name, clock.GetUtcNow())).Entity;
        if (Subscriber.CleanName(name) is { } given)
            known.Rename(given);
        return known;
    }

    private static Task<Subscription?> SubscriptionOrNullAsync(
        NewsletterDb db,
        Publication to,
        Subscriber subscriber,
        CancellationToken cancel
    ) =>
        db.Subscriptions.SingleOrDefaultAsync(s => s.PublicationId == to.Id && s.SubscriberId == subscriber.Id, cancel);

    private static void RefuseReturn(Subscription subscription, EmailAddress address, Publication to)
    {
        if (subscription.IsOver)
        {
            var how = subscription.State is SubscriptionState.Complained ? "called an issue spam" : "unsubscribed";
            throw new Refusal(
                $"{address} {how} from \"{to.Slug}\" on {subscription.ChangedAt:yyyy-MM-dd}; only the reader can come back, so nothing was changed."
            );
        }
    }

    private void Activate(NewsletterDb db, Subscription subscription, GivenConsent consent)
    {
        // A reader who is active has proof already, and one who paused chose to.
        if (subscription.State is SubscriptionState.Active or SubscriptionState.Paused)
            return;
        subscription.Activate(clock.GetUtcNow());
        db.Consents.Add(new Consent(subscription, ConsentAct.Given, clock.GetUtcNow(), consent.How, consent.Sentence));
    }
}
