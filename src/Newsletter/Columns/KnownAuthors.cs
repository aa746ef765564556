using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Cleaning;
using Newsletter.Database;

namespace Newsletter.Columns;

/// <summary>
/// One person across sources: what other columns of a publication say of an author, where the column's own source says
/// no role or has no portrait.
/// </summary>
internal static class KnownAuthors
{
    // Who has not written in so many columns is as good as new; and each column that comes in asks this.
    private const int MostColumns = 1000;

    // As the generated JSON has them.
    private const string WithRole = "\"role\":";
    private const string WithPortrait = "\"portrait\":";

    /// <param name="origin">The column's: what its own earlier revisions said is not asked.</param>
    public static async Task<IReadOnlyList<Byline>> CompletedAsync(
        NewsletterDb db,
        int publicationId,
        string origin,
        IReadOnlyList<Byline> authors,
        CancellationToken cancel
    )
    {
        var completed = authors.ToList();
        if (!completed.Exists(Lacks))
            return authors;
        var columns = db
            .Offers.Where(o => o.PublicationId == publicationId)
            .OrderByDescending(o => o.ColumnId)
            .Take(MostColumns)
            .Select(o => o.ColumnId);
        var told = await db
            .CurrentRevisions.Where(r => columns.Contains(r.ColumnId) && r.Column.Origin != origin)
            .Where(r => r.Authors.Contains(WithRole) || r.Authors.Contains(WithPortrait))
            .OrderByDescending(r => r.ReadAt)
            .ThenByDescending(r => r.ColumnId)
            .Select(r => r.Authors)
            .ToListAsync(cancel);
        foreach (var json in told)
        {
            if (!completed.Exists(Lacks))
                break;
            foreach (var known in JsonSerializer.Deserialize(json, ColumnJson.Readable.IReadOnlyListByline) ?? [])
                Lend(known.Own, completed);
        }

        return completed;
    }

    private static bool Lacks(Byline author) => author.Role is null || author.Portrait is null;

    private static void Lend(Byline known, List<Byline> to)
    {
        var key = Byline.KeyOf(known.Name);
        for (var i = 0; i < to.Count; i++)
        {
            if (Byline.KeyOf(to[i].Name) != key)
                continue;
            if (to[i].Role is null && known.Role is not null)
                to[i] = to[i] with { Role = known.Role, BorrowsRole = true };
            if (to[i].Portrait is null && CanBeLent(known.Portrait))
                to[i] = to[i] with { Portrait = known.Portrait, BorrowsPortrait = true };
        }
    }

    // A file beside a column is beside no other.
    private static bool CanBeLent(Picture? portrait) =>
        portrait is { Beside: null } && WebAddress.OfPage(portrait.Address) is not null;
}
