using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers.SignUps;

/// <summary>
/// Mails the links to leave and to choose to a reader whose own are lost or broken. The answer is the same for every
/// address.
/// </summary>
internal sealed class FreshLinks(WriteLane lane, SignUpLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan Answered = TimeSpan.FromMilliseconds(200);

    /// <returns><see cref="SignUpAnswer.CheckYourMail"/>, <see cref="SignUpAnswer.NoAddress"/> or <see cref="SignUpAnswer.TooMany"/>.</returns>
    public async Task<SignUpAnswer> AskAsync(string? email, string? network, CancellationToken cancel)
    {
        if (!EmailAddress.TryParse(email, out var address))
            return SignUpAnswer.NoAddress;
        if (limits.IsTooMuch(network, address))
            return SignUpAnswer.TooMany;
        // One who is known is written to disk, and one who is not is not: both are answered after the same time.
        await Task.WhenAll(lane.WriteAsync(db => AskAsync(db, address, cancel), cancel), Task.Delay(Answered, cancel));
        return SignUpAnswer.CheckYourMail;
    }

    private async Task AskAsync(NewsletterDb db, EmailAddress address, CancellationToken cancel)
    {
        // One mail, whatever they receive: behind its link they choose among all. Of what they are subscribed to, the
        // latest; of what they left, nothing.
        var newest = await db
            .Subscriptions.Include(s => s.Subscriber)
            .Where(s => s.Subscriber.EmailKey == address.Key)
            .Where(s => s.State == SubscriptionState.Active || s.State == SubscriptionState.Paused)
            .OrderByDescending(s => s.ChangedAt)
            .ThenByDescending(s => s.Id)
            .FirstOrDefaultAsync(cancel);
        if (newest is null || !EmailAddress.TryParse(newest.Subscriber.Email, out var known))
            return;
        var request = new ReaderRequest(
            ReaderRequestKind.FreshLink,
            known,
            newest.Subscriber.Language,
            clock.GetUtcNow()
        )
        {
            Subscriber = newest.Subscriber,
            Subscription = newest,
            PublicationId = newest.PublicationId,
        };
        await ReaderRequests.AskAsync(db, request, cancel);
    }
}
