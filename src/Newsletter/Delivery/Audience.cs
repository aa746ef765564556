using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Delivery;

/// <summary>
/// Who receives an issue. There is one definition: it counts what is expected, it is what is frozen, and it is
/// asked once more as each message is begun.
/// </summary>
internal static class Audience
{
    extension(NewsletterDb db)
    {
        /// <summary>Subscriptions that issues may go to: active, and neither the address nor its domain is suppressed.</summary>
        internal IQueryable<Subscription> Reachable()
        {
            var suppressions = db.Suppressions;
            // A variable: Npgsql cannot translate IndexOf of a character.
            var atSign = "@";
            // An address has one at sign, so what begins there is "@" and the domain, as a suppression is kept.
            return db
                .Subscriptions.Active()
                .Where(s =>
                    !suppressions.Any(x => x.Target == s.Subscriber.EmailKey)
                    && !suppressions.Any(x =>
                        x.Target == s.Subscriber.EmailKey.Substring(s.Subscriber.EmailKey.IndexOf(atSign))
                    )
                );
        }

        /// <summary>The readers of an issue as of now: of its publication, in the rhythm of its edition.</summary>
        internal IQueryable<Subscription> ReadersOf(int issueId)
        {
            var issue = db.Issues.Where(i => i.Id == issueId);
            // Asked once, not for each of a million subscriptions.
            var publications = issue.Select(i => i.PublicationId);
            var rhythms = db.Editions.Where(e => issue.Any(i => i.EditionId == e.Id)).Select(e => e.Rhythm);
            return db.Reachable().Where(s => publications.Contains(s.PublicationId) && rhythms.Contains(s.Rhythm));
        }

        /// <summary>One row of the ledger for each reader, by one INSERT … SELECT. Gives their number.</summary>
        internal async Task<int> FreezeAudienceAsync(int issueId, DateTimeOffset now, CancellationToken cancel)
        {
            var readers = db.ReadersOf(issueId).Select(s => new { s.Id, s.SubscriberId });
            await using var command = readers.CreateDbCommand();
            command.CommandText = $"""
                WITH readers (subscription_id, subscriber_id) AS ({command.CommandText})
                INSERT INTO messages (issue_id, subscriber_id, subscription_id, state, attempts, not_before)
                SELECT @frozen_issue, subscriber_id, subscription_id, 'Queued', 0, @frozen_at FROM readers
                """;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.Add("@frozen_issue", issueId);
            command.Add("@frozen_at", db.Instant(now));
            return await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
