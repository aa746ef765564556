using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers.SignUps;

/// <summary>A reader presses the button behind the link in a confirmation mail: from then on there is consent.</summary>
internal sealed partial class Confirming(
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    LinkKeys keys,
    TimeProvider clock,
    ILogger<Confirming> logger
)
{
    /// <summary>Long enough for a holiday.</summary>
    public static TimeSpan LastsFor { get; } = TimeSpan.FromDays(30);

    /// <summary>What the link leads to. It changes nothing.</summary>
    public async Task<Confirmation> FindAsync(string? token, CancellationToken cancel)
    {
        if (await RequestIdOrNullAsync(token, cancel) is not { } id)
            return Confirmation.Broken;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await RequestOrNullAsync(db, id, cancel) is { } request
            ? await ShownAsync(db, request, StateOf(request), cancel)
            : Confirmation.Gone;
    }

    /// <summary>On disk before the answer. Repeating it changes nothing.</summary>
    public async Task<Confirmation> ConfirmAsync(string? token, FormOrigin from, CancellationToken cancel)
    {
        if (await RequestIdOrNullAsync(token, cancel) is not { } id)
            return Confirmation.Broken;
        return await lane.WriteAsync(
            async db =>
            {
                if (await RequestOrNullAsync(db, id, cancel) is not { } request)
                    return Confirmation.Gone;
                if (StateOf(request) is ConfirmationState.Open)
                    await ConfirmAsync(db, request, from, cancel);
                return await ShownAsync(db, request, StateOf(request), cancel);
            },
            cancel
        );
    }

    private async Task ConfirmAsync(NewsletterDb db, ReaderRequest request, FormOrigin from, CancellationToken cancel)
    {
        var (now, subscription) = (clock.GetUtcNow(), request.Subscription!);
        var sentence = await db.SentenceShownAsync(request, cancel);
        request.Use(now);
        // One who pauses chose to, and stays.
        if (subscription.State is not (SubscriptionState.Active or SubscriptionState.Paused))
            subscription.Activate(now);
        db.Consents.Add(from.Proof(subscription, ConsentAct.Given, now, "confirmation mail", sentence));
        var address = Addresses.EmailAddress.Parse(request.Email);
        // What the reader wanted, and lifts by wanting mail again.
        var suppressions = await db.SuppressionsOfAsync(address, cancel);
        db.Suppressions.RemoveRange(
            await suppressions.Where(s => s.Source == SuppressionSource.Reader).ToListAsync(cancel)
        );
        var publication = await PublicationAsync(db, request, cancel);
        if (publication.Welcome is not WelcomeMail.None)
        {
            var welcome = new ReaderRequest(ReaderRequestKind.Welcome, address, request.Subscriber!.Language, now)
            {
                Subscriber = request.Subscriber,
                Subscription = subscription,
                PublicationId = publication.Id,
            };
            await ReaderRequests.AskAsync(db, welcome, cancel);
        }

        LogConfirmed(logger, subscription.Id);
    }

    private ConfirmationState StateOf(ReaderRequest request) =>
        request.UsedAt is null
            ? clock.GetUtcNow() - request.AskedAt <= LastsFor && IsOfThatReaderStill(request)
                ? ConfirmationState.Open
                : ConfirmationState.Over
            : request.Subscription!.State is SubscriptionState.Active or SubscriptionState.Paused
                ? ConfirmationState.Done
                : ConfirmationState.Over;

    // A mailbox that the reader has moved away from says nothing for them any more; and who left after they were asked
    // has answered.
    private static bool IsOfThatReaderStill(ReaderRequest request) =>
        request.Subscriber?.EmailKey == request.EmailKey
        && !(request.Subscription!.IsOver && request.Subscription.ChangedAt > request.AskedAt);

    private static async Task<Confirmation> ShownAsync(
        NewsletterDb db,
        ReaderRequest request,
        ConfirmationState state,
        CancellationToken cancel
    )
    {
        var publication = await PublicationAsync(db, request, cancel);
        return new(
            state,
            publication.Title,
            publication.Slug,
            request.Subscriber?.Language ?? publication.Language,
            publication.Theme
        );
    }

    private async Task<long?> RequestIdOrNullAsync(string? token, CancellationToken cancel) =>
        ReaderLink.TryRead(token, LinkPurpose.Confirm, await keys.AllAsync(cancel), out var id) ? id : null;

    private static Task<ReaderRequest?> RequestOrNullAsync(NewsletterDb db, long id, CancellationToken cancel) =>
        db
            .ReaderRequests.Include(r => r.Subscription)
            .Include(r => r.Subscriber)
            .SingleOrDefaultAsync(
                r => r.Id == id && r.Kind == ReaderRequestKind.Confirm && r.SubscriptionId != null,
                cancel
            );

    private static Task<Publication> PublicationAsync(
        NewsletterDb db,
        ReaderRequest request,
        CancellationToken cancel
    ) => db.Publications.AsNoTracking().IgnoreAutoIncludes().SingleAsync(p => p.Id == request.PublicationId, cancel);

    [LoggerMessage(Level = LogLevel.Information, Message = "Subscription {SubscriptionId} confirmed by its reader")]
    private static partial void LogConfirmed(ILogger logger, long subscriptionId);
}
