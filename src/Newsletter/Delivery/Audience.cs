using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Newsletter.Database;
using Newsletter.Delivery.Audiences;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Segments;

namespace Newsletter.Delivery;

/// <summary>
/// Who receives an issue: what is counted as expected is what is frozen, and the same is asked once more as each
/// message is begun. A test holds the two ways of asking, of all readers and of one, to the same answer.
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

        /// <summary>
        /// Those whom an issue goes to as of now: its readers, less those who are not in its segment, and those who
        /// chose authors none of whom it carries.
        /// </summary>
        /// <exception cref="Refusal">Its segment cannot be read, or names what is not there.</exception>
        internal async Task<IQueryable<Subscription>> AudienceOfAsync(
            int issueId,
            DateTimeOffset now,
            CancellationToken cancel
        )
        {
            var readers = db.ReadersOf(issueId);
            if (await AuthorChoice.OfAsync(db, issueId, cancel) is { } chosen)
                readers = readers.Where(chosen);
            var issue = await db
                .Issues.Where(i => i.Id == issueId)
                .Select(i => new { i.PublicationId, i.Segment })
                .SingleAsync(cancel);
            if (issue.Segment is null)
                return readers;
            var publication = await db
                .Publications.AsNoTracking()
                .SingleAsync(p => p.Id == issue.PublicationId, cancel);
            var meaning = new SegmentMeaning(db, publication, now, issueId);
            return readers.Where(await meaning.OfAsync(Segment.Parse(issue.Segment), cancel));
        }

        /// <summary>How many an issue would go to as of now; null where that cannot be told, and it is going to be held.</summary>
        internal async Task<int?> ExpectedAsync(int issueId, DateTimeOffset now, CancellationToken cancel)
        {
            try
            {
                return await (await db.AudienceOfAsync(issueId, now, cancel)).CountAsync(cancel);
            }
            catch (Refusal)
            {
                return null;
            }
        }

        /// <summary>
        /// The readers of an issue's edition as of now, whatever the issue is: of its publication, in its rhythm. One
        /// whose rhythm is not offered (any more) is a reader of every issue.
        /// </summary>
        internal IQueryable<Subscription> ReadersOf(int issueId)
        {
            var issue = db.Issues.Where(i => i.Id == issueId);
            // Asked once, not for each of a million subscriptions.
            var publications = issue.Select(i => i.PublicationId);
            var rhythms = db.Editions.Where(e => issue.Any(i => i.EditionId == e.Id)).Select(e => e.Rhythm);
            var slower = db
                .Editions.Where(e =>
                    publications.Contains(e.PublicationId) && e.Rhythm != Edition.Every && e.Schedule != null
                )
                .Select(e => e.Rhythm);
            var suppressed = db.Suppressed();
            return db
                .Subscriptions.Active()
                .Where(s =>
                    publications.Contains(s.PublicationId)
                    && (rhythms.Contains(s.Rhythm) || (rhythms.Contains(Edition.Every) && !slower.Contains(s.Rhythm)))
                    && !suppressed.Contains(s.SubscriberId)
                );
        }

        // As Reachable has it, and by reader, but from the few who are suppressed: a million readers are not asked one by one.
        internal IQueryable<long> Suppressed()
        {
            var (suppressions, readers) = (db.Suppressions, db.Subscribers);
            var atSign = "@";
            var byAddress = suppressions.Join(readers, x => x.Target, r => r.EmailKey, (_, r) => r.Id);
            var byDomain = readers
                .Where(r =>
                    suppressions.Any(x => EF.Functions.Like(x.Target, "@%"))
                    && suppressions.Any(x => x.Target == r.EmailKey.Substring(r.EmailKey.IndexOf(atSign)))
                )
                .Select(r => r.Id);
            return byAddress.Concat(byDomain);
        }

        /// <summary>One row of the ledger for each reader, by one INSERT … SELECT. Gives their number.</summary>
        internal async Task<int> FreezeAudienceAsync(int issueId, DateTimeOffset now, CancellationToken cancel)
        {
            var audience = await db.AudienceOfAsync(issueId, now, cancel);
            var readers = audience.Select(s => new { s.Id, s.SubscriberId });
            await using var command = readers.CreateDbCommand();
            command.CommandText = $"""
                WITH readers (subscription_id, subscriber_id) AS ({command.CommandText})
                INSERT INTO messages (issue_id, subscriber_id, subscription_id, state, attempts, not_before)
                SELECT @frozen_issue, subscriber_id, subscription_id, 'Queued', 0, @frozen_at FROM readers
                """;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.Add("@frozen_issue", issueId);
            command.Add("@frozen_at", db.Instant(now));
            return await db.ExecuteUncheckedAsync(command, cancel);
        }
    }
}
