using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>Reads the links that readers follow. It changes nothing.</summary>
internal sealed class ReaderLinks(IDbContextFactory<NewsletterDb> databases, LinkKeys keys)
{
    // As they were last read: no key is ever changed or taken away.
    private IReadOnlyDictionary<int, LinkKey> known = new Dictionary<int, LinkKey>();

    /// <summary>Either link that stands in every mail: the one to choose, or the one to leave.</summary>
    public async Task<LinkTarget> OfReaderAsync(string? token, CancellationToken cancel) =>
        await FindAsync(token, LinkPurpose.Preferences, cancel) is var target and not LinkTarget.Broken
            ? target
            : await FindAsync(token, LinkPurpose.Unsubscribe, cancel);

    /// <summary>The number in a token of ours; null for every other text. The database is asked for nothing but keys.</summary>
    public async ValueTask<long?> NumberOrNullAsync(string? token, LinkPurpose purpose, CancellationToken cancel)
    {
        if (ReaderLink.TryRead(token, purpose, known, out var id))
            return id;
        // A key that is not known here may have been made by another process since.
        known = await keys.AllAsync(cancel);
        return ReaderLink.TryRead(token, purpose, known, out id) ? id : null;
    }

    public async Task<LinkTarget> FindAsync(string? token, LinkPurpose purpose, CancellationToken cancel)
    {
        if (await NumberOrNullAsync(token, purpose, cancel) is not { } id)
            return new LinkTarget.Broken();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publications = db.Publications.IgnoreAutoIncludes();
        return await db
                .Subscriptions.Where(s => s.Id == id)
                .Join(
                    publications,
                    s => s.PublicationId,
                    p => p.Id,
                    (s, p) => new LinkTarget.Found(s.Id, s.State, s.ChangedAt, p.Title, p.Language, p.ThemeJson)
                )
                .SingleOrDefaultAsync(cancel)
            ?? (LinkTarget)new LinkTarget.Gone();
    }
}
