using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <summary>Gathers what a reader subscribed to, with the proof.</summary>
internal static class SubscriptionRecords
{
    public static async Task<List<SubscriptionRecord>> OfAsync(NewsletterDb db, long readerId, CancellationToken cancel)
    {
        var publications = db.Publications.IgnoreAutoIncludes();
        var subscriptions = await db
            .Subscriptions.AsNoTracking()
            .Where(s => s.SubscriberId == readerId)
            .Join(
                publications,
                s => s.PublicationId,
                p => p.Id,
                (s, p) =>
                    new
                    {
                        Of = s,
                        p.Slug,
                        p.Title,
                    }
            )
            .OrderBy(s => s.Slug)
            .ToListAsync(cancel);
        var ids = subscriptions.ConvertAll(s => s.Of.Id);
        var proof = await db
            .Consents.AsNoTracking()
            .Where(c => ids.Contains(c.SubscriptionId))
            .OrderBy(c => c.Id)
            .ToListAsync(cancel);
        var reasons = await db
            .LeavingReasons.AsNoTracking()
            .Where(r => ids.Contains(r.SubscriptionId))
            .OrderBy(r => r.Id)
            .ToListAsync(cancel);
        var authors = await db
            .ChosenAuthors.AsNoTracking()
            .Where(a => ids.Contains(a.SubscriptionId))
            .OrderBy(a => a.Author)
            .ToListAsync(cancel);
        return subscriptions.ConvertAll(s => new SubscriptionRecord(
            s.Slug,
            s.Title,
            s.Of.State,
            s.Of.ChangedAt,
            s.Of.JoinedAt,
            s.Of.Rhythm,
            s.Of.PausedUntil,
            [.. authors.Where(a => a.SubscriptionId == s.Of.Id).Select(a => a.Author)],
            [.. reasons.Where(r => r.SubscriptionId == s.Of.Id).Select(r => new ReasonLine(r.Reason, r.Words, r.At))],
            [.. proof.Where(c => c.SubscriptionId == s.Of.Id).Select(Line)]
        ));
    }

    private static ConsentLine Line(Consent c) => new(c.Act, c.At, c.How, c.Sentence, c.Page, c.Form, c.Network);
}
