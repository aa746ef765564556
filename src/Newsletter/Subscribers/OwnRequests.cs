using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>What a reader asks about themselves: a link to all that is held, and to be reached at another address.</summary>
internal sealed class OwnRequests(WriteLane lane, TimeProvider clock)
{
    // New addresses that one reader can have mailed in a day: a slip or two are mended.
    private const int MostMoves = 3;

    /// <summary>Mails the link, to the reader's own address alone; at most once in a while, and nobody is told whether.</summary>
    /// <param name="subscriptionId">From a link that was verified.</param>
    public Task AskDataAsync(long subscriptionId, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var subscription = await db
                    .Subscriptions.Include(s => s.Subscriber)
                    .SingleOrDefaultAsync(s => s.Id == subscriptionId, cancel);
                if (subscription is null)
                    return;
                var reader = subscription.Subscriber;
                var to = EmailAddress.Parse(reader.Email);
                var request = new ReaderRequest(ReaderRequestKind.OwnData, to, reader.Language, clock.GetUtcNow())
                {
                    Subscriber = reader,
                    Subscription = subscription,
                    PublicationId = subscription.PublicationId,
                };
                await ReaderRequests.AskAsync(db, request, cancel);
            },
            cancel
        );

    /// <summary>Mails a link to the new address, whoever has it: who does is for its own reader to know.</summary>
    /// <param name="requestId">That of the link to the reader's own data.</param>
    public Task AskMoveAsync(long requestId, EmailAddress to, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var own = await OfAsync(db, requestId, ReaderRequestKind.OwnData, cancel);
                if (own?.Subscriber is not { } reader || RequestLinks.IsOver(own, now) || RequestLinks.HasMoved(own))
                    return;
                // Nobody's way to mail strangers.
                var since = now - ReaderRequests.Again;
                var asked = db.ReaderRequests.Where(r => r.SubscriberId == reader.Id && r.AskedAt > since);
                if (await asked.CountAsync(r => r.Kind == ReaderRequestKind.NewAddress, cancel) >= MostMoves)
                    return;
                var suppressions = await db.SuppressionsOfAsync(to, cancel);
                if (await suppressions.AnyAsync(s => s.Source != SuppressionSource.Reader, cancel))
                    return;
                var request = new ReaderRequest(ReaderRequestKind.NewAddress, to, reader.Language, now)
                {
                    Subscriber = reader,
                    Subscription = own.Subscription,
                    PublicationId = own.PublicationId,
                };
                await ReaderRequests.AskAsync(db, request, cancel);
            },
            cancel
        );

    /// <summary>The reader is reached at the new address from now on. Repeating it changes nothing.</summary>
    /// <param name="requestId">That of the link that was mailed to the new address.</param>
    public Task<MoveResult> MoveAsync(long requestId, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var request = await OfAsync(db, requestId, ReaderRequestKind.NewAddress, cancel);
                if (request?.Subscriber is not { } reader)
                    return MoveResult.TooLate;
                if (request.UsedAt is not null)
                    return MoveResult.Moved;
                if (RequestLinks.IsOver(request, now))
                    return MoveResult.TooLate;
                var to = EmailAddress.Parse(request.Email);
                var suppressions = await (await db.SuppressionsOfAsync(to, cancel)).ToListAsync(cancel);
                if (
                    suppressions.Exists(s => s.Source is not SuppressionSource.Reader)
                    || await db.Subscribers.AnyAsync(s => s.EmailKey == to.Key && s.Id != reader.Id, cancel)
                )
                    return MoveResult.Taken;
                // They were erased under this address once, and say now that they want mail there.
                db.Suppressions.RemoveRange(suppressions);
                reader.MoveTo(to);
                request.Use(now);
                return MoveResult.Moved;
            },
            cancel
        );

    private static Task<ReaderRequest?> OfAsync(
        NewsletterDb db,
        long requestId,
        ReaderRequestKind kind,
        CancellationToken cancel
    ) =>
        db
            .ReaderRequests.Include(r => r.Subscriber)
            .Include(r => r.Subscription)
            .SingleOrDefaultAsync(r => r.Id == requestId && r.Kind == kind, cancel);
}
