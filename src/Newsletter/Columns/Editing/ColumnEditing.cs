using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Pictures;
using Newsletter.Database;

namespace Newsletter.Columns.Editing;

/// <summary>
/// Columns that are written, or changed, at the desk. A column of a source that was changed here is the desk's from then
/// on: its source does not write over it, until a person takes the source's text again.
/// </summary>
internal sealed class ColumnEditing(
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    Intake intake,
    PictureGathering pictures,
    ShortcodeNames shortcodes,
    TimeProvider clock
)
{
    /// <summary>Adds a column that has no source but the desk.</summary>
    /// <exception cref="Refusal">There is no such publication, or the form lacks a title or a text.</exception>
    public Task<TakenColumn> AddAsync(string publication, ColumnForm form, CancellationToken cancel) =>
        intake.TakeAsync(
            publication,
            $"{Column.DeskOrigin}{Guid.CreateVersion7(clock.GetUtcNow()):N}",
            ColumnForms.Read(form, before: null, shortcodes),
            cancel
        );

    /// <summary>Makes the next revision of a column.</summary>
    /// <param name="id">The column.</param>
    /// <param name="seen">The revision that the form was made of.</param>
    /// <param name="form">As typed.</param>
    /// <param name="by">Who did.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <returns>The new revision; the current one where nothing was changed.</returns>
    /// <exception cref="Refusal">Somebody else changed it meanwhile, or the form lacks a title or a text.</exception>
    public async Task<ColumnRevision> ReviseAsync(
        int id,
        int seen,
        ColumnForm form,
        string by,
        CancellationToken cancel
    )
    {
        var current = await FindAsync(id, seen, cancel);
        var draft = ColumnForms.Read(form, current.Content, shortcodes);
        return ColumnRevision.HashOf(draft) == current.ContentHash
            ? current
            : await TakeAsync(current.Column.Origin, id, seen, draft, by, cancel);
    }

    /// <summary>Makes an earlier revision the newest again. The source's own is the source's again.</summary>
    /// <param name="id">The column.</param>
    /// <param name="seen">The revision that is current, as the person saw it.</param>
    /// <param name="number">The one that is wanted.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such revision, or somebody changed the column meanwhile.</exception>
    public async Task<ColumnRevision> RestoreAsync(int id, int seen, int number, CancellationToken cancel)
    {
        var current = await FindAsync(id, seen, cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var wanted =
            await db
                .ColumnRevisions.AsNoTracking()
                .SingleOrDefaultAsync(r => r.ColumnId == id && r.Number == number, cancel)
            ?? throw new Refusal(string.Create(CultureInfo.InvariantCulture, $"Column {id} has no revision {number}."));
        return await TakeAsync(current.Column.Origin, id, seen, wanted.Content, wanted.EditedBy, cancel);
    }

    private async Task<ColumnRevision> FindAsync(int id, int seen, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var current =
            await db
                .CurrentRevisions.AsNoTracking()
                .Include(revision => revision.Column)
                .SingleOrDefaultAsync(revision => revision.ColumnId == id, cancel)
            ?? throw new Refusal(string.Create(CultureInfo.InvariantCulture, $"There is no column {id}."));
        return current.Number == seen ? current : throw ChangedMeanwhile(id);
    }

    private async Task<ColumnRevision> TakeAsync(
        string origin,
        int id,
        int seen,
        ColumnDraft draft,
        string? by,
        CancellationToken cancel
    )
    {
        await pictures.GatherAsync(origin, draft, cancel);
        return await lane.WriteAsync(
            async db =>
            {
                var column = await db.Columns.SingleAsync(c => c.Id == id, cancel);
                if (column.Revision != seen)
                    throw ChangedMeanwhile(id);
                var revision = column.Revise(draft, clock.GetUtcNow(), by);
                db.ColumnRevisions.Add(revision);
                return revision;
            },
            cancel
        );
    }

    private static Refusal ChangedMeanwhile(int id) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Column {id} was changed by somebody else meanwhile, and nothing is overwritten; keep a copy of your text, open the column again, and put it in there."
            )
        );
}
