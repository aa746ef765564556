using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers.Exporting;

/// <summary>
/// The readers of a publication, page by page, so that any number fits in memory. After them, unless one state or
/// segment alone is asked for, come addresses that are suppressed and have no subscription: whoever carries the readers elsewhere
/// must not mail those either. The hashes of those who were erased stay here.
/// </summary>
internal sealed class Export(IDbContextFactory<NewsletterDb> databases)
{
    private const int Page = 1000;

    /// <summary>The names of the fields that any of these readers has, in their order.</summary>
    /// <exception cref="Refusal">No such publication, or no such state.</exception>
    public async Task<IReadOnlyList<string>> FieldNamesAsync(ExportOrder order, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var readers = (await WantedAsync(db, order, cancel)).Select(s => s.SubscriberId);
        var names = db.SubscriberFields.Where(f => readers.Contains(f.SubscriberId)).Select(f => f.Name).Distinct();
        // Sorted here: the two databases do not agree on the order of letters.
        return [.. (await names.ToListAsync(cancel)).Order(StringComparer.Ordinal)];
    }

    /// <returns>In the order in which they were added.</returns>
    /// <exception cref="Refusal">No such publication, or no such state.</exception>
    public async IAsyncEnumerable<ExportedReader> ReadAsync(
        ExportOrder order,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var wanted = await WantedAsync(db, order, cancel);
        for (var after = 0L; ; )
        {
            var from = after;
            var page = await wanted
                .Where(s => s.Id > from)
                .OrderBy(s => s.Id)
                .Take(Page)
                .Include(s => s.Subscriber)
                .ToListAsync(cancel);
            var beside = await PageExtras.OfAsync(db, page, cancel);
            foreach (var subscription in page)
                yield return beside.Exported(subscription);
            if (page.Count < Page)
                break;
            after = page[^1].Id;
        }

        var state = order.State?.Trim();
        // Of those who have no subscription nothing is known by which they could be chosen.
        if (
            order.Where is null
            && (
                string.IsNullOrEmpty(state)
                || state.Equals(SubscriberList.SuppressedWord, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            await foreach (var suppressed in SuppressedAloneAsync(db, order, cancel))
                yield return suppressed;
        }
    }

    private static async Task<IQueryable<Subscription>> WantedAsync(
        NewsletterDb db,
        ExportOrder order,
        CancellationToken cancel
    )
    {
        var of = await db.PublicationAsync(order.Publication, cancel);
        var wanted = db.Subscriptions.Where(s => s.PublicationId == of.Id);
        if (order.Where is not null)
            wanted = wanted.Where(await order.Where(db, of, cancel));
        return SubscriberList.InState(db, wanted, order.State);
    }

    private static async IAsyncEnumerable<ExportedReader> SuppressedAloneAsync(
        NewsletterDb db,
        ExportOrder order,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var readers = await WantedAsync(db, order with { State = null }, cancel);
        // Variables: Npgsql cannot translate a character.
        var (domain, erased) = ("@", "#");
        var alone = db.Suppressions.Where(x =>
            !x.Target.StartsWith(domain)
            && !x.Target.StartsWith(erased)
            && !readers.Any(s => s.Subscriber.EmailKey == x.Target)
        );
        for (var after = 0L; ; )
        {
            var from = after;
            var page = await alone.Where(x => x.Id > from).OrderBy(x => x.Id).Take(Page).ToListAsync(cancel);
            foreach (var suppression in page)
                yield return Alone(suppression);
            if (page.Count < Page)
                yield break;
            after = page[^1].Id;
        }
    }

    private static ExportedReader Alone(Suppression suppression) =>
        new(
            suppression.Target,
            null,
            null,
            SubscriberList.SuppressedWord,
            null,
            suppression.At,
            null,
            null,
            null,
            null,
            suppression,
            [],
            new Dictionary<string, string>()
        );
}
