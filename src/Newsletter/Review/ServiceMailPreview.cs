using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Subscribers;

namespace Newsletter.Review;

/// <summary>A service mail of a publication as a sample reader receives it.</summary>
internal sealed class ServiceMailPreview(
    IDbContextFactory<NewsletterDb> databases,
    ServiceMailRenderer renderer,
    PublicationLogo logo,
    LinkKeys keys,
    DkimKeyring dkim,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    /// <param name="slug">The publication.</param>
    /// <param name="kind">Which mail.</param>
    /// <param name="sentence">What the reader agrees to, as it is to be shown; null to leave it out.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such publication, or the template has an error.</exception>
    public async Task<PreviewedMessage> OfAsync(
        string slug,
        ServiceMailKind kind,
        string? sentence,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publication = await db.PublicationAsync(slug, cancel);
        var root = site.Value.Root;
        var mail = renderer.Render(
            new ServiceMailInput(
                kind,
                Inputs.Of(publication, logo.Shown(publication.Theme)),
                sentence,
                $"{root}/{publication.Slug}/1"
            )
        );
        var replyTo = publication.ReplyTo is null ? null : EmailAddress.Parse(publication.ReplyTo);
        var writer = new ServiceMailWriter(
            publication.Sender,
            replyTo,
            publication.Language,
            dkim.For(publication.Sender.Address.Domain)
        );
        var reader = SampleReader.Of(await keys.SigningAsync(cancel), root) with { ActionUrl = $"{root}/" };
        var identity = MessageIdentity.New(publication.Sender.Address.Domain, clock.GetUtcNow());
        var (subject, html, text) = ServiceMailWriter.Shown(mail, reader);
        return new PreviewedMessage(root, writer.Write(mail, reader, identity).Bytes, subject, html, text);
    }
}
