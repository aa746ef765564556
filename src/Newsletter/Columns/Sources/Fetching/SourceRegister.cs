using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>The sources of publications: added, changed, listed, taken away.</summary>
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
        var address = Address(kind, typed);
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
                var source = new Source(
                    publication,
                    kind,
                    address,
                    clock.GetUtcNow(),
                    await ItemsOfAsync(db, address, cancel)
                );
                source.SetAsideBefore(since);
                source.ReadPages(readsPages);
                db.Sources.Add(source);
                await db.SaveChangesAsync(cancel);
                return (source, true);
            },
            cancel
        );
    }

    /// <exception cref="Refusal">
    /// There is no such source, nothing is named, its new address is none, or another source of its publication has it.
    /// </exception>
    public Task<(Source Source, string Publication)> SetAsync(int id, SourceSettings settings, CancellationToken cancel)
    {
        if (settings.IsEmpty)
            throw new Refusal("Say what becomes other: --address URL, --since DAY or --pages on.");
        return ChangeAsync(
            id,
            async (db, source) =>
            {
                if (settings.Address is { } typed)
                    await MoveAsync(db, source, typed, cancel);
                if (settings.Since is { } since)
                    source.SetAsideBefore(since);
                else if (settings.SetsNothingAside)
                    source.SetAsideBefore(null);
                source.ReadPages(settings.ReadsPages ?? source.ReadsPages);
            },
            cancel
        );
    }

    /// <summary>It is not fetched by itself until it is resumed.</summary>
    /// <exception cref="Refusal">There is no such source.</exception>
    public Task<(Source Source, string Publication)> PauseAsync(int id, CancellationToken cancel) =>
        ChangeAsync(id, source => source.Pause(clock.GetUtcNow()), cancel);

    /// <summary>It is fetched at the next turn.</summary>
    /// <exception cref="Refusal">There is no such source.</exception>
    public Task<(Source Source, string Publication)> ResumeAsync(int id, CancellationToken cancel) =>
        ChangeAsync(id, source => source.Resume(clock.GetUtcNow()), cancel);

    /// <summary>Its columns stay.</summary>
    /// <exception cref="Refusal">There is no such source.</exception>
    public Task RemoveAsync(int id, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                if (await db.Sources.Where(s => s.Id == id).ExecuteDeleteAsync(cancel) == 0)
                    throw NoSource(id);
            },
            cancel
        );

    /// <param name="slug">Of one publication; null for all.</param>
    /// <exception cref="Refusal">There is no such publication.</exception>
    public async Task<List<(Source Source, string Publication)>> ListAsync(string? slug, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var only = slug is null ? (int?)null : (await db.PublicationAsync(slug, cancel)).Id;
        return await ListAsync(db, s => only == null || s.PublicationId == only, cancel);
    }

    /// <exception cref="Refusal">There is no such source.</exception>
    public async Task<(Source Source, string Publication)> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await ListAsync(db, s => s.Id == id, cancel) is [var found] ? found : throw NoSource(id);
    }

    private static async Task<List<(Source Source, string Publication)>> ListAsync(
        NewsletterDb db,
        Expression<Func<Source, bool>> wanted,
        CancellationToken cancel
    )
    {
        var found = await db
            .Sources.AsNoTracking()
            .Where(wanted)
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

    private Task<(Source Source, string Publication)> ChangeAsync(
        int id,
        Action<Source> change,
        CancellationToken cancel
    ) =>
        ChangeAsync(
            id,
            (_, source) =>
            {
                change(source);
                return Task.CompletedTask;
            },
            cancel
        );

    private Task<(Source Source, string Publication)> ChangeAsync(
        int id,
        Func<NewsletterDb, Source, Task> change,
        CancellationToken cancel
    ) =>
        lane.WriteAsync(
            async db =>
            {
                var source = await db.Sources.SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw NoSource(id);
                await change(db, source);
                var publication = await db.Publications.SingleAsync(p => p.Id == source.PublicationId, cancel);
                return (source, publication.Slug);
            },
            cancel
        );

    private async Task MoveAsync(NewsletterDb db, Source source, string typed, CancellationToken cancel)
    {
        var address = Address(source.Kind, typed);
        var other = await db
            .Sources.Where(s =>
                s.Id != source.Id
                && s.PublicationId == source.PublicationId
                && s.Kind == source.Kind
                && s.Address == address
            )
            .Select(s => (int?)s.Id)
            .SingleOrDefaultAsync(cancel);
        if (other is not null)
            throw new Refusal(
                $"Source {other} of the same publication is at {Shown(address)} already; take one of them away (newsletter source remove {source.Id})."
            );
        source.Move(address, clock.GetUtcNow());
    }

    // Two publications that read one source share its columns, also where it moved for the first of them.
    private static Task<string?> ItemsOfAsync(NewsletterDb db, string address, CancellationToken cancel) =>
        db
            .Sources.Where(s => s.Address == address)
            .OrderBy(s => s.Id)
            .Select(s => s.FirstAddress)
            .FirstOrDefaultAsync(cancel);

    private static Refusal NoSource(int id) => new($"There is no source {id}; see \"newsletter source list\".");

    /// <summary>Where a source is, as it is kept.</summary>
    /// <param name="typed">As a person typed it.</param>
    /// <exception cref="Refusal">It is no address of the web, or no folder.</exception>
    internal static string Address(SourceKind kind, string typed) =>
        kind is SourceKind.Folder ? FolderOf(typed) : AddressOf(typed);

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
