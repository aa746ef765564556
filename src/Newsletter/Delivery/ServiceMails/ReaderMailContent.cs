using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Review;
using Newsletter.Subscribers;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>Writes the mail that a reader's request asks for, from the publication whose reader they are.</summary>
internal sealed class ReaderMailContent(
    Databases databases,
    ServiceMailRenderer renderer,
    PublicationLogo logo,
    LinkKeys keys,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    /// <summary>Null where it is of no use any more, or there is nothing left that it could be about.</summary>
    /// <exception cref="Refusal">The template, its words or an address are wrong.</exception>
    public async Task<ServiceMailRequest?> OrNullAsync(ReaderRequest request, CancellationToken cancel)
    {
        var left = request.AskedAt + ReaderMailLife.Of(request.Kind) - clock.GetUtcNow();
        await using var db = databases.CreateDbContext();
        if (left <= TimeSpan.Zero || await PublicationOrNullAsync(db, request, cancel) is not { } publication)
            return null;
        if (request.SubscriptionId is null && ReaderMailLinks.NeedsSubscription(request.Kind))
            return null;
        var links = ReaderMailLinks.Of(request, await keys.SigningAsync(cancel), site.Value.Root);
        var input = await InputAsync(db, request, publication, cancel);
        return new ServiceMailRequest(
            PurposeOf(request.Kind),
            $"request:{request.Id}",
            EmailAddress.Parse(request.Email),
            NameOf(request),
            publication.Id,
            new ServiceMailContent.Written(
                publication.SenderName,
                publication.SenderAddress,
                publication.ReplyTo,
                input.Publication.Language,
                renderer.Render(input),
                links.Action,
                links.Unsubscribe
            ),
            left
        )
        {
            SubscriberId = request.SubscriberId,
        };
    }

    private async Task<ServiceMailInput> InputAsync(
        NewsletterDb db,
        ReaderRequest request,
        Publication publication,
        CancellationToken cancel
    )
    {
        var latest = await LatestOrNullAsync(db, request, publication, cancel);
        var isConfirm = request.Kind is ReaderRequestKind.Confirm;
        // What is agreed to was shown in the publication's language; all else is in the reader's.
        var language = isConfirm ? publication.Language : request.Language ?? publication.Language;
        return new ServiceMailInput(
            KindOf(request.Kind),
            Inputs.Of(publication, logo.Shown(publication.Theme)) with
            {
                Language = language,
            },
            isConfirm ? await db.SentenceShownAsync(request, cancel) : null,
            latest is null ? null : SiteOptions.View(site.Value.Root, publication.Slug, latest.Number)
        )
        {
            LatestTitle = latest?.Subject,
        };
    }

    private static async Task<LatestIssue?> LatestOrNullAsync(
        NewsletterDb db,
        ReaderRequest request,
        Publication publication,
        CancellationToken cancel
    ) =>
        request.Kind is ReaderRequestKind.Welcome && publication.Welcome is WelcomeMail.WithLatestIssue
            ? await LatestIssue.OrNullAsync(db, publication.Id, cancel)
            : null;

    // One that is no publication's comes from the first, as an alarm does.
    private static Task<Publication?> PublicationOrNullAsync(
        NewsletterDb db,
        ReaderRequest request,
        CancellationToken cancel
    ) =>
        db
            .Publications.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(p => request.PublicationId == null || p.Id == request.PublicationId)
            .OrderBy(p => p.Id)
            .FirstOrDefaultAsync(cancel);

    // A stranger may have typed the name, and nobody is greeted by words that a stranger chose.
    private static string? NameOf(ReaderRequest request) =>
        request.Kind is ReaderRequestKind.Confirm or ReaderRequestKind.NewAddress ? null : request.Subscriber?.Name;

    private static ServiceMailKind KindOf(ReaderRequestKind kind) =>
        kind switch
        {
            ReaderRequestKind.Confirm => ServiceMailKind.Confirm,
            ReaderRequestKind.Welcome => ServiceMailKind.Welcome,
            ReaderRequestKind.Goodbye => ServiceMailKind.Goodbye,
            ReaderRequestKind.FreshLink => ServiceMailKind.Link,
            ReaderRequestKind.OwnData => ServiceMailKind.OwnData,
            ReaderRequestKind.NewAddress => ServiceMailKind.NewAddress,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no mail for it."),
        };

    private static ServiceMailPurpose PurposeOf(ReaderRequestKind kind) =>
        Enum.Parse<ServiceMailPurpose>(kind.ToString());
}
