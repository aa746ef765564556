using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Review;

/// <summary>
/// Whom a preview is written for: a reader with their name and address, but never with their links. Whoever looks at a
/// preview would otherwise hold what withdraws that reader.
/// </summary>
internal static class PreviewReaders
{
    extension(NewsletterDb db)
    {
        /// <exception cref="Refusal">There is no such issue, or its publication has no such reader.</exception>
        internal async Task<LookedAt> LookedAtAsync(int issueId, string? readerAddress, CancellationToken cancel)
        {
            var publicationId = (await db.IssueAsync(issueId, cancel)).PublicationId;
            if (readerAddress is null)
                return new LookedAt(issueId, SubscriptionId: null);
            var wanted = EmailAddress.Parse(readerAddress);
            var found = await db
                .Subscriptions.Where(s => s.PublicationId == publicationId && s.Subscriber.EmailKey == wanted.Key)
                .Select(s => (long?)s.Id)
                .SingleOrDefaultAsync(cancel);
            return found is null
                ? throw new Refusal(
                    $"{wanted} is no reader of this issue's publication; leave --reader out for a sample one."
                )
                : new LookedAt(issueId, found);
        }

        /// <exception cref="Refusal">The reader was erased since.</exception>
        internal async Task<Reader> ShownReaderAsync(
            LookedAt looked,
            LinkKey key,
            string site,
            CancellationToken cancel
        )
        {
            var sample = SampleReader.Of(key, site);
            if (looked.SubscriptionId is not { } id)
                return sample;
            var subscriber = await db
                .Subscriptions.Where(s => s.Id == id)
                .Select(s => new { s.Subscriber.Email, s.Subscriber.Name })
                .SingleOrDefaultAsync(cancel);
            return subscriber is null
                ? throw new Refusal("This reader is no more; ask for a new preview.")
                : sample with
                {
                    Address = EmailAddress.Parse(subscriber.Email),
                    Name = subscriber.Name,
                };
        }
    }
}
