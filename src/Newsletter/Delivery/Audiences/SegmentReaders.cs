using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Segments;

namespace Newsletter.Delivery.Audiences;

/// <summary>Reads what people write as a segment, and counts who is in it before it is used.</summary>
internal sealed class SegmentReaders(Databases databases, TimeProvider clock)
{
    /// <summary>The form in which a segment is kept.</summary>
    /// <exception cref="Refusal">It is none, or names what this publication does not have.</exception>
    public async Task<string> CheckedAsync(string publication, string text, CancellationToken cancel)
    {
        var segment = Segment.Parse(text);
        await using var db = databases.CreateDbContext();
        await MeaningOf(segment)(db, await db.PublicationAsync(publication, cancel), cancel);
        return segment.ToString();
    }

    /// <summary>For lists of readers, and files.</summary>
    /// <exception cref="Refusal">It is no segment.</exception>
    public SubscriptionFilter FilterOf(string text) => MeaningOf(Segment.Parse(text));

    /// <param name="publication">Its slug.</param>
    /// <param name="text">A segment; null for all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">No such publication; or it is no segment, or names what the publication does not have.</exception>
    public async Task<SegmentCount> CountAsync(string publication, string? text, CancellationToken cancel)
    {
        var segment = text is null ? null : Segment.Parse(text);
        await using var db = databases.CreateDbContext();
        var of = await db.PublicationAsync(publication, cancel);
        var (all, reachable) = (db.Subscriptions.AsQueryable(), db.Reachable());
        if (segment is not null)
        {
            var meaning = await MeaningOf(segment)(db, of, cancel);
            (all, reachable) = (all.Where(meaning), reachable.Where(meaning));
        }

        return new SegmentCount(
            segment?.ToString(),
            await all.CountAsync(s => s.PublicationId == of.Id, cancel),
            await reachable.CountAsync(s => s.PublicationId == of.Id, cancel)
        );
    }

    private SubscriptionFilter MeaningOf(Segment segment) =>
        (db, publication, cancel) =>
            new SegmentMeaning(db, publication, clock.GetUtcNow(), forIssue: null).OfAsync(segment, cancel);
}
