using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Issues;

/// <summary>
/// Adds and takes back the slower rhythms of a publication. One that is added begins with what the issues carry from
/// now on; of one that is taken back, the readers get every issue again.
/// </summary>
internal sealed class Rhythms(WriteLane lane, TimeProvider clock)
{
    /// <summary>Takes a rhythm back.</summary>
    public const string Off = "off";

    // So many rows are written within the 50 ms that a write may hold the lane.
    private const int Piece = 2000;

    /// <summary>Whether <see cref="SetAsync"/> would take these.</summary>
    /// <exception cref="Refusal">One is no schedule.</exception>
    public void Check(RhythmWish wish)
    {
        foreach (var cron in wish.Schedules.Values)
            _ = Read(cron) is { } given ? EditionRule.Checked(given, clock.GetUtcNow()) : null;
    }

    /// <summary>What became of each rhythm that was named.</summary>
    /// <exception cref="Refusal">There is no such publication, or one is no schedule.</exception>
    public async Task<IReadOnlyList<RhythmChange>> SetAsync(string slug, RhythmWish wish, CancellationToken cancel)
    {
        var changes = new List<RhythmChange>();
        foreach (var (rhythm, cron) in wish.Schedules)
        {
            var publicationId = await lane.WriteAsync(db => OfferAsync(db, slug, rhythm, Read(cron), cancel), cancel);
            // Whoever is not moved yet is a reader of every issue all the same: the rhythm is not offered any more.
            var moved = Read(cron) is null ? await MoveReadersAsync(publicationId, rhythm, cancel) : 0;
            changes.Add(new RhythmChange(rhythm, Read(cron), moved));
        }

        return changes;
    }

    private static string? Read(string cron) =>
        string.IsNullOrWhiteSpace(cron) || cron.Trim().Equals(Off, StringComparison.OrdinalIgnoreCase)
            ? null
            : cron.Trim();

    private async Task<int> OfferAsync(
        NewsletterDb db,
        string slug,
        string rhythm,
        string? cron,
        CancellationToken cancel
    )
    {
        var publication = await db.PublicationAsync(slug, cancel);
        var wasOffered = publication.EditionOf(rhythm)?.IsOffered ?? false;
        publication.Offer(rhythm, cron, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        if (!wasOffered && publication.EditionOf(rhythm) is { IsOffered: true } edition)
            await BeginFromNowAsync(db, publication.EveryIssue.Id, edition.Id, cancel);
        return publication.Id;
    }

    // Its readers had all that was carried until now, as readers of every issue: it counts as carried here too.
    private static Task<int> BeginFromNowAsync(
        NewsletterDb db,
        int everyIssue,
        int edition,
        CancellationToken cancel
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO carryings (edition_id, column_id, issue_id, carried_at)
            SELECT {edition}, c.column_id, c.issue_id, c.carried_at
            FROM carryings AS c
            WHERE c.edition_id = {everyIssue} AND c.carried_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM carryings AS o WHERE o.edition_id = {edition} AND o.column_id = c.column_id)
            """,
            cancel
        );

    private async Task<int> MoveReadersAsync(int publicationId, string rhythm, CancellationToken cancel)
    {
        var all = 0;
        int moved;
        do
        {
            moved = await lane.WriteAsync(
                db =>
                    db.Subscriptions.Where(s => s.PublicationId == publicationId && s.Rhythm == rhythm)
                        .OrderBy(s => s.Id)
                        .Take(Piece)
                        .ExecuteUpdateAsync(set => set.SetProperty(s => s.Rhythm, Edition.Every), cancel),
                cancel
            );
            all += moved;
        } while (moved == Piece);
        return all;
    }
}
