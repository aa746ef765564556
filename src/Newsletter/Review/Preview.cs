using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Review;

/// <summary>An issue as one reader receives it: written by the same path as sending, but that none of its links acts.</summary>
internal sealed class Preview(
    IssueRendering rendering,
    IDbContextFactory<NewsletterDb> databases,
    LinkKeys keys,
    DkimKeyring dkim,
    TimeProvider clock
)
{
    /// <param name="issueId">An approved issue is shown as it was frozen, any other as it would be now.</param>
    /// <param name="readerAddress">A subscriber of the publication; null for a sample one.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such issue or reader, or the template has an error.</exception>
    public async Task<PreviewedMessage> OfAsync(int issueId, string? readerAddress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await OfAsync(await db.LookedAtAsync(issueId, readerAddress, cancel), cancel);
    }

    /// <exception cref="Refusal">The reader was erased since, or the template has an error.</exception>
    public async Task<PreviewedMessage> OfAsync(LookedAt looked, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var issueId = looked.IssueId;
        var frozen = await db.IssueBundles.AsNoTracking().SingleOrDefaultAsync(b => b.IssueId == issueId, cancel);
        var content = frozen?.Content ?? (await rendering.RenderAsync(issueId, date: null, cancel)).Content;
        var reader = await db.ShownReaderAsync(looked, await keys.SigningAsync(cancel), content.SiteUrl, cancel);
        var writer = new MessageWriter(content, issueId, dkim.For(content.FromDomain));
        var message = writer.Write(reader, MessageIdentity.New(writer.Domain, clock.GetUtcNow()));
        var (subject, html, text) = writer.Shown(reader);
        return new PreviewedMessage(content.SiteUrl, message.Bytes, subject, html, text);
    }
}
