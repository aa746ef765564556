using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns.Pictures;

/// <summary>Says of the pictures of columns which are here, under which name, and why the others are not.</summary>
internal sealed class PictureShelf(IDbContextFactory<NewsletterDb> databases, PictureFolder folder)
{
    /// <summary>The pictures of these revisions, which hold their columns.</summary>
    public Task<ShelvedPictures> OfAsync(IEnumerable<ColumnRevision> revisions, CancellationToken cancel) =>
        OfAsync(revisions.Select(revision => (revision.Column.Origin, revision.Content)), cancel);

    private async Task<ShelvedPictures> OfAsync(
        IEnumerable<(string Origin, ColumnDraft Content)> columns,
        CancellationToken cancel
    )
    {
        var keys = columns
            .SelectMany(column =>
                Uses(column.Content).Select(found => PictureSource.Of(column.Origin, found.Picture).Key)
            )
            .Distinct()
            .ToList();
        if (keys.Count == 0)
            return new ShelvedPictures([]);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var kept = await db.PicturesOf(keys).AsNoTracking().ToListAsync(cancel);
        foreach (var picture in kept)
            if (picture.Name is { } name && folder.FileOrNull(name) is null)
                picture.Lose();
        return new ShelvedPictures(kept);
    }

    /// <summary>The content, with a line for each of its pictures that could not be had or was never tried.</summary>
    public async Task<ColumnDraft> ToldAsync(string origin, ColumnDraft content, CancellationToken cancel)
    {
        var shelved = await OfAsync([(origin, content)], cancel);
        var known = Uses(content)
            .Select(found => (found.Picture.Address, found.Use, Kept: shelved.Find(origin, found.Picture, found.Use)))
            .ToList();
        var dead = known
            .Where(picture => picture.Kept?.Fault is not null)
            .Select(picture => DeadPicture.Line(picture.Address, picture.Use, picture.Kept!.Fault!))
            .Distinct();
        var untried = known
            .Where(picture => picture.Kept is null)
            .Select(picture => DeadPicture.Untried(picture.Address, picture.Use))
            .Distinct();
        return content with { Dropped = [.. content.Dropped, .. dead], Notices = [.. content.Notices, .. untried] };
    }

    /// <summary>What pictures a column names, and for what.</summary>
    public static IEnumerable<(Picture Picture, PictureUse Use)> Uses(ColumnDraft content) =>
        ColumnPictures
            .In(content.Blocks)
            .Select(picture => (picture, PictureUse.Figure))
            .Concat(
                content
                    .Authors.Where(author => author.Portrait is not null)
                    .Select(author => (author.Portrait!, PictureUse.Portrait))
            );
}
