using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Records.Choosing;

/// <summary>One publication of a reader: what can be chosen of it, and how a wish is carried out.</summary>
internal sealed record ChosenPublication(Subscription Subscription, Publication Publication)
{
    public static async Task<List<ChosenPublication>> OfReaderAsync(
        NewsletterDb db,
        long subscriptionId,
        CancellationToken cancel
    )
    {
        var subscriptions = await db.OfReaderOf(subscriptionId)
            .Include(s => s.Subscriber)
            .OrderBy(s => s.Id)
            .ToListAsync(cancel);
        var ids = subscriptions.ConvertAll(s => s.PublicationId);
        var publications = await db.Publications.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return subscriptions.ConvertAll(s => new ChosenPublication(s, publications[s.PublicationId]));
    }

    public async Task<PublicationChoices> ShowAsync(NewsletterDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var days = new PublicationDays(Publication.TimeZone, now);
        return new PublicationChoices(
            Subscription.Id,
            Publication.Title,
            Publication.Language,
            Subscription.State,
            BackAt(now),
            days.DayOf(Subscription.PausedUntil),
            days.Earliest,
            days.Latest,
            Subscription.Rhythm,
            [.. Publication.Editions.OrderBy(edition => edition.Id).Select(edition => edition.Rhythm)],
            await AuthorsAsync(db, cancel)
        );
    }

    public IEnumerable<ChoiceFaultKind> Faults(WantedPublication want, DateTimeOffset now)
    {
        if (want.Rhythm is { } rhythm && rhythm != Subscription.Rhythm && !Offers(rhythm))
            yield return ChoiceFaultKind.NoSuchRhythm;
        var days = new PublicationDays(Publication.TimeZone, now);
        if (
            !string.IsNullOrWhiteSpace(want.PauseUntil)
            && days.FaultOf(want.PauseUntil, days.DayOf(Subscription.PausedUntil), out _) is { } fault
        )
            yield return fault;
    }

    /// <summary>Carries out what has no fault.</summary>
    /// <returns>Whether a mail asks the reader to confirm.</returns>
    public async Task<bool> TakeAsync(
        NewsletterDb db,
        WantedPublication want,
        Unsubscribing unsubscribing,
        Origin from,
        string? page,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var isMailed = false;
        if (want.WasOn && !want.IsOn)
            await unsubscribing.LeaveAsync(db, Subscription, from, cancel);
        else if (!want.WasOn && want.IsOn)
            isMailed = await ReturnAsync(db, want, unsubscribing, from, page, now, cancel);
        if (want.Rhythm is { } rhythm)
            Subscription.Choose(rhythm);
        Pause(want, now);
        await ChooseAuthorsAsync(db, want.Authors, cancel);
        return isMailed;
    }

    private async Task<bool> ReturnAsync(
        NewsletterDb db,
        WantedPublication want,
        Unsubscribing unsubscribing,
        Origin from,
        string? page,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        switch (BackAt(now))
        {
            case WayBack.AtOnce:
                await unsubscribing.UndoAsync(db, Subscription, from, cancel);
                return false;
            case WayBack.ByMail:
                // Said whether or not the address has had its share of mails already.
                await ReturnRequests.AskAsync(db, Subscription, from, want.Sentence, page, now, cancel);
                return true;
            default:
                return false;
        }
    }

    private void Pause(WantedPublication want, DateTimeOffset now)
    {
        var days = new PublicationDays(Publication.TimeZone, now);
        var present = days.DayOf(Subscription.PausedUntil);
        if (want.PauseUntil is null)
            return;
        if (string.IsNullOrWhiteSpace(want.PauseUntil))
            Subscription.Resume(now);
        else if (days.FaultOf(want.PauseUntil, present, out var day) is null && day != present)
            Subscription.Pause(days.BeginningOf(day), now);
    }

    private WayBack BackAt(DateTimeOffset now) =>
        Subscription.State is SubscriptionState.Unsubscribed && now - Subscription.ChangedAt <= Unsubscribing.UndoFor
            ? WayBack.AtOnce
        : Publication.TakesSignUps ? WayBack.ByMail
        : WayBack.None;

    private bool Offers(string rhythm) => Publication.Editions.Any(edition => edition.Rhythm == rhythm);

    private async Task<IReadOnlyList<AuthorChoice>> AuthorsAsync(NewsletterDb db, CancellationToken cancel)
    {
        var chosen = await Chosen(db).Select(a => a.Author).ToListAsync(cancel);
        var offered = await PublicationAuthors.OfAsync(db, Publication.Id, cancel);
        return
        [
            .. offered.Select(author => new AuthorChoice(author.Key, author.Value, chosen.Contains(author.Key))),
            // Whoever was chosen once and is not credited any more can still be let go.
            .. chosen
                .Where(key => offered.All(author => author.Key != key))
                .Select(key => new AuthorChoice(key, key, IsChosen: true)),
        ];
    }

    private async Task ChooseAuthorsAsync(NewsletterDb db, IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        var known = (await AuthorsAsync(db, cancel)).Select(author => author.Key);
        var keys = known
            .Intersect(wanted.Select(Byline.KeyOf), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var present = await Chosen(db).ToListAsync(cancel);
        db.ChosenAuthors.RemoveRange(present.Where(author => !keys.Contains(author.Author)));
        keys.ExceptWith(present.Select(author => author.Author));
        db.ChosenAuthors.AddRange(keys.Select(key => new ChosenAuthor(Subscription.Id, key)));
    }

    private IQueryable<ChosenAuthor> Chosen(NewsletterDb db) =>
        db.ChosenAuthors.Where(a => a.SubscriptionId == Subscription.Id);
}
