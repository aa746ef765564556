using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>
/// Items that a source gives a new id: its columns of before are theirs still, so that readers are not sent again what
/// they had. Only where there is no doubt: a page, a title and a day that are the same, or a text that is.
/// </summary>
internal sealed class RenamedItems(IDbContextFactory<NewsletterDb> databases, WriteLane lane)
{
    public async Task MoveAsync(
        Source source,
        IReadOnlyList<(string Origin, ColumnDraft Draft)> drafts,
        CancellationToken cancel
    )
    {
        var unknown = await UnknownAsync(drafts, cancel);
        if (unknown.Count == 0)
            return;
        var listed = drafts.Select(draft => draft.Origin).ToHashSet(StringComparer.Ordinal);
        var gone = (await KnownAsync(source, cancel)).FindAll(known => !listed.Contains(known.Origin));
        foreach (var (origin, draft) in unknown)
        {
            var hash = ColumnRevision.HashOf(draft);
            if (gone.FindAll(known => IsSame(known, draft, hash)) is not [var before])
                continue;
            gone.Remove(before);
            await lane.WriteAsync(
                async db => (await db.Columns.SingleAsync(c => c.Id == before.Id, cancel)).Move(origin),
                cancel
            );
        }
    }

    private static bool IsSame(Known known, ColumnDraft draft, string hash)
    {
        var (samePage, sameDay) = (
            known.Address is not null && PageKey(known.Address) == PageKey(draft.Address),
            known.Date is not null && known.Date == draft.Date
        );
        return known.ContentHash == hash ? samePage || sameDay : samePage && sameDay && known.Title == draft.Title;
    }

    // A site that moves to https, or sheds its "www.", has the same pages.
    private static string? PageKey(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var page))
            return address;
        var host = page.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? page.IdnHost[4..] : page.IdnHost;
        return $"{host}{page.PathAndQuery.TrimEnd('/')}";
    }

    private async Task<List<(string Origin, ColumnDraft Draft)>> UnknownAsync(
        IReadOnlyList<(string Origin, ColumnDraft Draft)> drafts,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await db.KnownOriginsAsync(drafts.Select(draft => draft.Origin), cancel);
        return [.. drafts.Where(draft => !known.Contains(draft.Origin))];
    }

    private async Task<List<Known>> KnownAsync(Source source, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (items, offers) = (ItemOrigin.Scheme, db.Offers);
        var others = await db
            .Sources.Select(s => s.FirstAddress ?? s.Address)
            .Where(address => address != source.ItemsOf)
            .ToListAsync(cancel);
        var prefixes = others.ConvertAll(address => ItemOrigin.Of(address, ""));
        var known = await db
            .CurrentRevisions.Where(r =>
                r.Column.Origin.StartsWith(items)
                && offers.Any(o => o.PublicationId == source.PublicationId && o.ColumnId == r.ColumnId)
            )
            .Select(r => new Known(r.ColumnId, r.Column.Origin, r.Title, r.Address, r.Date, r.ContentHash))
            .ToListAsync(cancel);
        // Those of a source that was taken away and added under another address are its own too.
        return known.FindAll(one => !prefixes.Exists(p => one.Origin.StartsWith(p, StringComparison.Ordinal)));
    }

    private sealed record Known(
        int Id,
        string Origin,
        string Title,
        string? Address,
        DateOnly? Date,
        string ContentHash
    );
}
