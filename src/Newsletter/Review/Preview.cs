using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Review;

/// <summary>An issue as one reader receives it: written by the same path as sending.</summary>
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
        var frozen = await db.IssueBundles.AsNoTracking().SingleOrDefaultAsync(b => b.IssueId == issueId, cancel);
        var content = frozen?.Content ?? (await rendering.RenderAsync(issueId, date: null, cancel)).Content;
        var reader = await ReaderAsync(db, issueId, readerAddress, content.SiteUrl, cancel);
        var writer = new MessageWriter(content, issueId, dkim.Key);
        var message = writer.Write(reader, MessageIdentity.New(writer.Domain, clock.GetUtcNow()));
        var (subject, html, text) = writer.Shown(reader);
        return new PreviewedMessage(content.SiteUrl, message.Bytes, subject, html, text);
    }

    private async Task<Reader> ReaderAsync(
        NewsletterDb db,
        int issueId,
        string? address,
        string site,
        CancellationToken cancel
    )
    {
        var key = await keys.SigningAsync(cancel);
        if (address is null)
            return SampleReader.Of(key, site);
        var wanted = EmailAddress.Parse(address);
        var publicationId = (await db.IssueAsync(issueId, cancel)).PublicationId;
        var found =
            await db
                .Subscriptions.Include(s => s.Subscriber)
                .SingleOrDefaultAsync(
                    s => s.PublicationId == publicationId && s.Subscriber.EmailKey == wanted.Key,
                    cancel
                )
            ?? throw new Refusal(
                $"{wanted} is no reader of this issue's publication; leave --reader out for a sample one."
            );
        return new Reader(
            EmailAddress.Parse(found.Subscriber.Email),
            found.Subscriber.Name,
            SampleReader.LinkOf(key, site, found.Id)
        );
    }
}
