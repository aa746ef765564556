using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Subscribers;

namespace Newsletter.Records.Choosing;

/// <summary>What a reader can choose, and what they chose.</summary>
internal sealed class ReaderPreferences(
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    Unsubscribing unsubscribing,
    TimeProvider clock
)
{
    /// <summary>As it stands now; null where the subscription is gone.</summary>
    public async Task<ReaderChoices?> ShowAsync(long subscriptionId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var all = await ChosenPublication.OfReaderAsync(db, subscriptionId, cancel);
        // First the publication whose link it is.
        if (all.Find(one => one.Subscription.Id == subscriptionId) is not { } first)
            return null;
        var shown = new List<PublicationChoices>();
        foreach (var one in all.OrderByDescending(one => one == first).ThenBy(one => one.Publication.Title))
            shown.Add(await one.ShowAsync(db, clock.GetUtcNow(), cancel));
        var reader = first.Subscription.Subscriber;
        return new ReaderChoices(reader.Language ?? first.Publication.Language, reader.Name, reader.Language, shown);
    }

    /// <summary>All of it or, where there is a fault, nothing.</summary>
    /// <param name="languages">Those that can be chosen.</param>
    /// <param name="page">The address of the page, for the proof.</param>
    /// <returns>Null where the subscription is gone.</returns>
    public Task<ChoicesSaved?> SaveAsync(
        long subscriptionId,
        WantedChoices wanted,
        IReadOnlyCollection<string> languages,
        Origin from,
        string? page,
        CancellationToken cancel
    ) =>
        lane.WriteAsync(
            async db =>
            {
                var all = await ChosenPublication.OfReaderAsync(db, subscriptionId, cancel);
                if (all.Count == 0)
                    return null;
                var now = clock.GetUtcNow();
                var reader = all[0].Subscription.Subscriber;
                var faults = Faults(all, wanted, languages, now).ToList();
                if (faults.Count > 0)
                    return new ChoicesSaved(faults, IsMailed: false);
                reader.Rename(wanted.Name);
                reader.Prefer(string.IsNullOrWhiteSpace(wanted.Language) ? null : wanted.Language);
                var isMailed = false;
                foreach (var (one, want) in Pairs(all, wanted))
                    isMailed |= await one.TakeAsync(db, want, unsubscribing, from, page, now, cancel);
                return new ChoicesSaved([], isMailed);
            },
            cancel
        );

    private static IEnumerable<ChoiceFault> Faults(
        List<ChosenPublication> all,
        WantedChoices wanted,
        IReadOnlyCollection<string> languages,
        DateTimeOffset now
    )
    {
        var language = all[0].Subscription.Subscriber.Language;
        if (
            !string.IsNullOrWhiteSpace(wanted.Language)
            && wanted.Language != language
            && !languages.Contains(wanted.Language)
        )
            yield return new ChoiceFault(ChoiceFaultKind.NoSuchLanguage);
        foreach (var (one, want) in Pairs(all, wanted))
        {
            foreach (var kind in one.Faults(want, now))
                yield return new ChoiceFault(kind, want.SubscriptionId);
        }
    }

    // A number that is not of this reader was put there by hand, and is nobody's wish.
    private static IEnumerable<(ChosenPublication One, WantedPublication Want)> Pairs(
        List<ChosenPublication> all,
        WantedChoices wanted
    ) =>
        all.Join(
            wanted.Publications.DistinctBy(want => want.SubscriptionId),
            one => one.Subscription.Id,
            want => want.SubscriptionId,
            (one, want) => (one, want)
        );
}
