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

    public async Task<LinkTarget> FindAsync(string? token, LinkPurpose purpose, CancellationToken cancel)
    {
        // A key that is not known here may have been made by another process since.
        if (
            !ReaderLink.TryRead(token, purpose, known, out var id)
            && !ReaderLink.TryRead(token, purpose, known = await keys.AllAsync(cancel), out id)
        )
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
