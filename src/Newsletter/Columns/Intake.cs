using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Pictures;
using Newsletter.Columns.Sources;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Columns;

/// <summary>
/// Takes what readers of sources made into the database, its pictures first: a new column, a revision of one, or
/// nothing new.
/// </summary>
internal sealed class Intake(
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    PictureGathering pictures,
    TimeProvider clock
)
{
    /// <param name="slug">The publication that the column serves.</param>
    /// <param name="origin">What makes it the same column again, such as <c>file:/columns/a.txt</c>.</param>
    /// <param name="draft">Its content.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <param name="isSetAside">Whether a column that is new here waits for a person, instead of the next issue.</param>
    /// <exception cref="Refusal">There is no such publication.</exception>
    public async Task<TakenColumn> TakeAsync(
        string slug,
        string origin,
        ColumnDraft draft,
        CancellationToken cancel,
        bool isSetAside = false
    )
    {
        // Asked before the network is: for a publication that is not there, nothing is fetched.
        var (home, whole) = await HomeAsync(slug, origin, draft, cancel);
        var told = await pictures.GatherAsync(home, whole, cancel);
        var taken = await lane.WriteAsync(db => TakeAsync(db, slug, origin, home, whole, isSetAside, cancel), cancel);
        // What became of a picture is no part of the column: the next attempt may bring it.
        return taken with { Content = told };
    }

    /// <summary>
    /// Where the column is at home, and so its pictures: a copy of a file that is still there is at home with the
    /// first, and a file that was moved takes its column along. And its draft, with what is known of its authors;
    /// one that is here already keeps what it has of them.
    /// </summary>
    private async Task<(string Home, ColumnDraft Whole)> HomeAsync(
        string slug,
        string origin,
        ColumnDraft draft,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publication = await db.PublicationAsync(slug, cancel);
        var hash = ColumnRevision.HashOf(draft);
        var found = await FoundAsync(db, publication, origin, hash, cancel);
        var here = found is null
            ? null
            : await db.CurrentRevisions.SingleOrDefaultAsync(
                r => r.ColumnId == found.Id && r.ContentHash == hash,
                cancel
            );
        var authors =
            here?.Content.Authors
            ?? await KnownAuthors.CompletedAsync(db, publication.Id, found?.Origin ?? origin, draft.Authors, cancel);
        return (
            found is null || FileOrigin.IsGone(found.Origin) ? origin : found.Origin,
            draft with
            {
                Authors = authors,
            }
        );
    }

    private async Task<TakenColumn> TakeAsync(
        NewsletterDb db,
        string slug,
        string origin,
        string home,
        ColumnDraft draft,
        bool isSetAside,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var publication = await db.PublicationAsync(slug, cancel);
        var hash = ColumnRevision.HashOf(draft);
        var column = await FoundAsync(db, publication, origin, hash, cancel);
        if (column is not null && column.Origin != origin && home == origin)
            column.Move(origin);
        var change = await ReviseAsync(db, column ??= NewColumn(db, origin, now), draft, hash, now, cancel);
        if (!await db.Offers.AnyAsync(o => o.PublicationId == publication.Id && o.ColumnId == column.Id, cancel))
            db.Offers.Add(new Offer(publication.Id, column, now, isSetAside ? OfferState.Held : OfferState.Open));
        return new TakenColumn(column, change, draft);
    }

    private static async Task<Column?> FoundAsync(
        NewsletterDb db,
        Publication publication,
        string origin,
        string hash,
        CancellationToken cancel
    ) =>
        await db.Columns.SingleOrDefaultAsync(c => c.Origin == origin, cancel)
        ?? (FileOrigin.IsFile(origin) ? await SameTextAsync(db, publication, hash, cancel) : null);

    /// <summary>A file that was copied or moved is the same column, if this publication has its very text already.</summary>
    private static Task<Column?> SameTextAsync(
        NewsletterDb db,
        Publication publication,
        string hash,
        CancellationToken cancel
    )
    {
        var offers = db.Offers;
        return db
            .CurrentRevisions.Where(r =>
                r.ContentHash == hash && offers.Any(o => o.PublicationId == publication.Id && o.ColumnId == r.ColumnId)
            )
            .OrderBy(r => r.ColumnId)
            .Select(r => r.Column)
            .FirstOrDefaultAsync(cancel);
    }

    private static Column NewColumn(NewsletterDb db, string origin, DateTimeOffset now)
    {
        var column = new Column(origin, now);
        db.Columns.Add(column);
        return column;
    }

    private static async Task<ColumnChange> ReviseAsync(
        NewsletterDb db,
        Column column,
        ColumnDraft draft,
        string hash,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (column.Revision == 0)
        {
            db.ColumnRevisions.Add(column.Revise(draft, now));
            return ColumnChange.Added;
        }

        var current = await db.ColumnRevisions.SingleAsync(
            r => r.ColumnId == column.Id && r.Number == column.Revision,
            cancel
        );
        if (current.ContentHash == hash)
            current.Describe(draft);
        // What was written at the desk is the desk's: its source does not write over it.
        if (current.ContentHash == hash || current.EditedBy is not null || IsBeginningOf(current, draft))
            return ColumnChange.None;
        db.ColumnRevisions.Add(column.Revise(draft, now));
        return ColumnChange.Revised;
    }

    // A source may give the whole at one time and an excerpt at another, or to one publication and not to the other.
    private static bool IsBeginningOf(ColumnRevision current, ColumnDraft draft) =>
        draft.IsExcerpt && BlockText.Of(draft.Blocks).Length * 2 < BlockText.Of(current.Content.Blocks).Length;
}
