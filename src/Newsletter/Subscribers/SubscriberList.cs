using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;
using Newsletter.Subscribers.Segments;

namespace Newsletter.Subscribers;

/// <summary>The readers of a publication, page by page, so that a list of any length fits in memory.</summary>
internal sealed class SubscriberList(IDbContextFactory<NewsletterDb> databases)
{
    /// <summary>The word for those whom a suppression keeps from all mail.</summary>
    public const string SuppressedWord = "suppressed";

    private const int Page = 1000;

    /// <param name="publication">Its slug.</param>
    /// <param name="state">pending, active, paused, unsubscribed, bounced, complained or suppressed; null for all.</param>
    /// <param name="filter">Only those it lets through; null for all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>In the order in which they were added.</returns>
    /// <exception cref="Refusal">No such publication, or no such state.</exception>
    public async IAsyncEnumerable<SubscriberRow> ReadAsync(
        string publication,
        string? state,
        SubscriptionFilter? filter,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var from = await db.PublicationAsync(publication, cancel);
        var wanted = InState(db, db.Subscriptions.Where(s => s.PublicationId == from.Id), state);
        if (filter is not null)
            wanted = wanted.Where(await filter(db, from, cancel));
        var after = 0L;
        while (true)
        {
            var seen = after;
            var page = wanted.Where(s => s.Id > seen).OrderBy(s => s.Id).Take(Page);
            var rows = await Rows(db, page).ToListAsync(cancel);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Page)
                yield break;
            after = rows[^1].SubscriptionId;
        }
    }

    /// <exception cref="Refusal">No such state.</exception>
    internal static IQueryable<Subscription> InState(
        NewsletterDb db,
        IQueryable<Subscription> subscriptions,
        string? state
    )
    {
        var word = state?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(word))
            return subscriptions;
        if (word == SuppressedWord)
            return subscriptions.Suppressed(db);
        return
            Enum.TryParse<SubscriptionState>(word, ignoreCase: true, out var wanted)
            && Enum.IsDefined(wanted)
            && !char.IsAsciiDigit(word[0])
            ? subscriptions.Where(s => s.State == wanted).NotSuppressed(db)
            : throw new Refusal(
                $"\"{state}\" is no state; use pending, active, paused, unsubscribed, bounced, complained or suppressed (--state)."
            );
    }

    private static IQueryable<SubscriberRow> Rows(NewsletterDb db, IQueryable<Subscription> page)
    {
        var suppressed = page.Suppressed(db).Select(s => s.Id);
        var given = db.Consents.Where(c => c.Act == ConsentAct.Given);
        return page.OrderBy(s => s.Id)
            .Select(s => new
            {
                Subscription = s,
                s.Subscriber,
                Consent = given.Where(c => c.SubscriptionId == s.Id).OrderByDescending(c => c.Id).FirstOrDefault(),
            })
            .Select(row => new SubscriberRow(
                row.Subscription.Id,
                row.Subscriber.Email,
                row.Subscriber.Name,
                row.Subscription.State,
                suppressed.Contains(row.Subscription.Id),
                row.Subscription.ChangedAt,
                row.Consent == null ? null : row.Consent.At,
                row.Consent == null ? null : row.Consent.How,
                row.Consent == null ? null : row.Consent.Sentence
            ));
    }
}
