using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// Some hundred rows, no two of one reader, decided against what is known and written together. Nobody who left,
/// complained or bounced is ever brought back by a file.
/// </summary>
internal sealed class ImportBatch(ImportTarget target, DateTimeOffset now, IReadOnlyList<ImportRow> rows)
{
    private readonly List<Newcomer> newcomers = [];
    private readonly BatchCounts counts = new();

    /// <summary>Decides and writes, within the transaction of <paramref name="db"/>.</summary>
    public async Task<BatchCounts> WriteAsync(NewsletterDb db, CancellationToken cancel)
    {
        await DecideAsync(db, cancel);
        await NewcomerInsert.InsertAsync(db, target.PublicationId, newcomers, now, cancel);
        return counts;
    }

    /// <summary>Decides, and leaves <paramref name="db"/> unsaved: what a dry run counts.</summary>
    public async Task<BatchCounts> DecideAsync(NewsletterDb db, CancellationToken cancel)
    {
        var known = await KnownReaders.OfAsync(db, target.PublicationId, rows, cancel);
        foreach (var row in rows)
            Decide(db, known, row);
        return counts;
    }

    private void Decide(NewsletterDb db, KnownReaders known, ImportRow row)
    {
        var subscription = known.SubscriptionOrNull(row.Address);
        if (row.Verdict is Verdict.Dead)
            Suppress(db, known, row);
        else if (row.Verdict is Verdict.Left)
            Leave(db, known, subscription, row);
        else if (known.IsSuppressed(row.Address))
            counts.Suppressed++;
        else if (subscription is null)
            Add(known, row);
        else if (subscription.IsOver || subscription.State is SubscriptionState.Bounced)
            counts.Suppressed++;
        else
            Update(db, subscription, row);
    }

    private void Suppress(NewsletterDb db, KnownReaders known, ImportRow row)
    {
        counts.Suppressed++;
        if (!known.HasSuppression(row.Address.Key))
            db.Suppressions.Add(Suppression.Of(row.Address.Value, target.How(row), now, SuppressionSource.Import));
    }

    private void Leave(NewsletterDb db, KnownReaders known, Subscription? subscription, ImportRow row)
    {
        counts.Suppressed++;
        if (subscription is null)
        {
            newcomers.Add(NewcomerOf(known, row, SubscriptionState.Unsubscribed, ConsentAct.Withdrawn, null));
        }
        else if (!subscription.IsOver)
        {
            subscription.Leave(now);
            db.Consents.Add(new Consent(subscription, ConsentAct.Withdrawn, now, target.How(row), null));
        }
    }

    private void Add(KnownReaders known, ImportRow row)
    {
        counts.Added++;
        if (IsActive(row))
        {
            newcomers.Add(NewcomerOf(known, row, SubscriptionState.Active, ConsentAct.Given, target.Consent));
            return;
        }

        counts.Pending++;
        newcomers.Add(NewcomerOf(known, row, SubscriptionState.Pending, null, null));
    }

    private void Update(NewsletterDb db, Subscription subscription, ImportRow row)
    {
        var renamed = row.Name is not null && row.Name != subscription.Subscriber.Name;
        if (renamed)
            subscription.Subscriber.Rename(row.Name);
        var activated = subscription.State is SubscriptionState.Pending && IsActive(row);
        if (activated)
        {
            subscription.Activate(now);
            db.Consents.Add(new Consent(subscription, ConsentAct.Given, now, target.How(row), target.Consent));
        }

        if (renamed || activated)
            counts.Updated++;
        else
            counts.Unchanged++;
        if (subscription.State is SubscriptionState.Pending)
            counts.Pending++;
    }

    private bool IsActive(ImportRow row) =>
        row.Verdict is Verdict.Active || (row.Verdict is Verdict.Unsaid && target.Consent is not null);

    private Newcomer NewcomerOf(
        KnownReaders known,
        ImportRow row,
        SubscriptionState state,
        ConsentAct? act,
        string? sentence
    )
    {
        // Known from another publication, whose name for the reader may be older.
        if (row.Name is not null && known.SubscriberOrNull(row.Address) is { } subscriber)
            subscriber.Rename(row.Name);
        return new Newcomer(
            row.Address.Value,
            row.Address.Key,
            row.Name,
            state.ToString(),
            act?.ToString(),
            target.How(row),
            sentence
        );
    }
}
