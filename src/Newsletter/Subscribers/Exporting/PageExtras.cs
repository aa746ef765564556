using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers.Exporting;

/// <summary>
/// What stands in other tables beside one page of subscriptions, in a query a table: joined in one, the databases
/// would look through whole tables for each page.
/// </summary>
internal sealed class PageExtras
{
    private readonly Dictionary<long, Consent> consents;
    private readonly Dictionary<string, Suppression> suppressions;
    private readonly ILookup<long, SubscriberTag> tags;
    private readonly ILookup<long, SubscriberField> fields;

    private PageExtras(
        List<Consent> consents,
        List<Suppression> suppressions,
        List<SubscriberTag> tags,
        List<SubscriberField> fields
    )
    {
        this.consents = consents.GroupBy(c => c.SubscriptionId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.Id)!);
        this.suppressions = suppressions.ToDictionary(s => s.Target);
        this.tags = tags.ToLookup(t => t.SubscriberId);
        this.fields = fields.ToLookup(f => f.SubscriberId);
    }

    public static async Task<PageExtras> OfAsync(NewsletterDb db, List<Subscription> page, CancellationToken cancel)
    {
        long[] subscriptions = [.. page.Select(s => s.Id)];
        long[] readers = [.. page.Select(s => s.SubscriberId)];
        string[] targets = [.. page.SelectMany(s => Targets(s.Subscriber)).Distinct()];
        return new PageExtras(
            await db
                .Consents.Where(c =>
                    EF.Parameter(subscriptions).Contains(c.SubscriptionId) && c.Act == ConsentAct.Given
                )
                .ToListAsync(cancel),
            await db.Suppressions.Where(s => EF.Parameter(targets).Contains(s.Target)).ToListAsync(cancel),
            await db.SubscriberTags.Where(t => EF.Parameter(readers).Contains(t.SubscriberId)).ToListAsync(cancel),
            await db.SubscriberFields.Where(f => EF.Parameter(readers).Contains(f.SubscriberId)).ToListAsync(cancel)
        );
    }

    public ExportedReader Exported(Subscription subscription)
    {
        var reader = subscription.Subscriber;
        var suppression = Targets(reader).Select(suppressions.GetValueOrDefault).FirstOrDefault(one => one is not null);
        var state = subscription.State.ToString().ToLowerInvariant();
        return new ExportedReader(
            reader.Email,
            reader.Name,
            reader.Language,
            suppression is null ? state : SubscriberList.SuppressedWord,
            state,
            suppression?.At ?? subscription.ChangedAt,
            subscription.JoinedAt,
            subscription.Rhythm,
            subscription.PausedUntil,
            consents.GetValueOrDefault(subscription.Id),
            suppression,
            [.. tags[reader.Id].Select(t => t.Tag).Order(StringComparer.Ordinal)],
            fields[reader.Id].OrderBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => f.Value)
        );
    }

    private static string[] Targets(Subscriber reader) =>
        [reader.EmailKey, reader.EmailKey[reader.EmailKey.LastIndexOf('@')..]];
}
