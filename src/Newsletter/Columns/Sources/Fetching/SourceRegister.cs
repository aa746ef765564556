using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>The sources of publications: added, listed, taken away.</summary>
internal sealed class SourceRegister(IDbContextFactory<NewsletterDb> databases, WriteLane lane, TimeProvider clock)
{
    private const int LongestAddress = 2000;

    /// <param name="slug">The publication that its columns serve.</param>
    /// <param name="typed">The address of a site or a feed, or the path of a folder, as a person typed it.</param>
    /// <returns>The source, and false where this publication had it already.</returns>
    /// <exception cref="Refusal">There is no such publication, or it is no address of the web, or no folder.</exception>
    public async Task<(Source Source, bool IsNew)> AddAsync(
        string slug,
        SourceKind kind,
        string typed,
        DateOnly? since,
        bool readsPages,
        CancellationToken cancel
    )
    {
        var address = kind is SourceKind.Folder ? FolderOf(typed) : AddressOf(typed);
        return await lane.WriteAsync(
            async db =>
            {
                var publication = await db.PublicationAsync(slug, cancel);
                var known = await db.Sources.SingleOrDefaultAsync(
                    s => s.PublicationId == publication.Id && s.Kind == kind && s.Address == address,
                    cancel
                );
                if (known is not null)
                    return (known, false);
                var source = new Source(publication, kind, address, clock.GetUtcNow())
                {
                    Since = since,
                    ReadsPages = readsPages,
                };
                db.Sources.Add(source);
                await db.SaveChangesAsync(cancel);
                return (source, true);
            },
            cancel
        );
    }

    /// <summary>Its columns stay.</summary>
    /// <exception cref="Refusal">There is no such source.</exception>
    public Task RemoveAsync(int id, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                if (await db.Sources.Where(s => s.Id == id).ExecuteDeleteAsync(cancel) == 0)
                    throw new Refusal($"There is no source {id}; see \"newsletter source list\".");
            },
            cancel
        );

    /// <param name="slug">Of one publication; null for all.</param>
    /// <exception cref="Refusal">There is no such publication.</exception>
    public async Task<List<(Source Source, string Publication)>> ListAsync(string? slug, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var only = slug is null ? (int?)null : (await db.PublicationAsync(slug, cancel)).Id;
        var found = await db
            .Sources.AsNoTracking()
            .Where(s => only == null || s.PublicationId == only)
            .Join(
                db.Publications.IgnoreAutoIncludes(),
                s => s.PublicationId,
                p => p.Id,
                (s, p) => new { Source = s, p.Slug }
            )
            .OrderBy(one => one.Source.Id)
            .ToListAsync(cancel);
        return found.ConvertAll(one => (one.Source, one.Slug));
    }

    private static string AddressOf(string typed)
    {
        var text = typed.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
            text = $"https://{text}";
        return
            text.Length <= LongestAddress
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            && address.Host.Length > 0
            ? address.AbsoluteUri
            : throw new Refusal(
                $"\"{Shown(typed)}\" is no address of the web; write it as https://example.org/feed, without a user and a password."
            );
    }

    private static string FolderOf(string typed) =>
        Directory.Exists(typed)
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed))
            : throw new Refusal($"There is no folder {Shown(typed)}; make it, or give the path of another.");

    private static string Shown(string typed) => typed.Length <= 100 ? typed : typed[..99] + "…";
}
