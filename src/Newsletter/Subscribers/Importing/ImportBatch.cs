using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// Some hundred rows, no two of one reader, decided against what is known and written together. Nobody who left,
/// complained or bounced is ever brought back by a file, and nobody who was erased is known again.
/// </summary>
internal sealed class ImportBatch(ImportTarget target, DateTimeOffset now, IReadOnlyList<ImportRow> rows)
{
    private readonly BatchCounts counts = new();

    /// <summary>Decides and writes, within the transaction of <paramref name="db"/>.</summary>
    public async Task<BatchCounts> WriteAsync(NewsletterDb db, CancellationToken cancel)
    {
        var adding = await DecidedAsync(db, cancel);
        if (db.Database.IsSqlite())
            SqliteInsert.Write(db, target.PublicationId, adding, now);
        else
            await PostgresInsert.WriteAsync(db, target.PublicationId, adding, now, cancel);
        return counts;
    }

    /// <summary>Decides, and leaves <paramref name="db"/> unsaved: what a dry run counts.</summary>
    public async Task<BatchCounts> DecideAsync(NewsletterDb db, CancellationToken cancel)
    {
        await DecidedAsync(db, cancel);
        return counts;
    }

    private async Task<BatchRows> DecidedAsync(NewsletterDb db, CancellationToken cancel)
    {
        var known = await KnownReaders.OfAsync(db, target.PublicationId, rows, cancel);
        var adding = new BatchRows(db);
        known.TellReaders(adding.Readers);
        foreach (var row in rows)
            counts.Note(row, Decide(db, known, adding, row));
        return adding;
    }

    /// <returns>What becomes of the reader, in a word.</returns>
    private string Decide(NewsletterDb db, KnownReaders known, BatchRows adding, ImportRow row)
    {
        var subscription = known.SubscriptionOrNull(row.Address);
        if (known.IsErased(row.Address))
            return Kept(SubscriberList.SuppressedWord);
        if (row.Verdict is Verdict.Dead)
            return Suppress(db, known, adding, row);
        if (row.Verdict is Verdict.Left or Verdict.Complained)
            return subscription is null ? AddLeft(known, adding, row) : Leave(db, known, subscription, row);
        if (known.IsSuppressed(row.Address))
            return Kept(SubscriberList.SuppressedWord);
        if (subscription is null)
            return Add(known, adding, row);
        return subscription.IsOver || SubscriptionState.Bounced == subscription.State || row.Verdict is Verdict.Bounced
            ? Kept(Word(subscription.State))
            : Update(db, known, adding, subscription, row);
    }

    private string Kept(string word)
    {
        counts.Suppressed++;
        return word;
    }

    private string Suppress(NewsletterDb db, KnownReaders known, BatchRows adding, ImportRow row)
    {
        if (!known.HasSuppression(row.Address.Key))
        {
            var reason = row.Own?.SuppressedBecause ?? target.How(row);
            var source = row.Own?.SuppressedBy ?? SuppressionSource.Import;
            db.Suppressions.Add(Suppression.Of(row.Address.Value, reason, row.Since ?? now, source));
        }

        // Our own export says what the subscription is behind it: it is there again if the suppression is lifted.
        if (row.Own?.State is { } behind && known.SubscriptionOrNull(row.Address) is null)
            AddAs(StateOf(row with { Verdict = behind }), known, adding, row);
        return Kept(SubscriberList.SuppressedWord);
    }

    private string AddLeft(KnownReaders known, BatchRows adding, ImportRow row)
    {
        AddAs(StateOf(row), known, adding, row);
        return Kept(Word(StateOf(row)));
    }

    private void AddOver(SubscriptionState state, KnownReaders known, BatchRows adding, ImportRow row)
    {
        AddTo(known, adding, row, state, row.JoinedAt, row.Since ?? now);
        if ((row.Own?.ConsentAt ?? row.JoinedAt) is { } given)
            adding.ProveGiven(target, row, given);
        adding.ProveWithdrawn(target, row, row.Since ?? now);
    }

    private string Leave(NewsletterDb db, KnownReaders known, Subscription subscription, ImportRow row)
    {
        // They left there, and then came back here by a form of ours: that is what they want now.
        var cameBack = row.Since is { } left && known.ConfirmedAt(subscription) > left;
        if (!subscription.IsOver && !cameBack)
        {
            if (row.Verdict is Verdict.Complained)
                subscription.Complain(row.Since ?? now);
            else
                subscription.Leave(row.Since ?? now);
            db.Consents.Add(new Consent(subscription, ConsentAct.Withdrawn, row.Since ?? now, target.How(row), null));
        }

        return Kept(Word(subscription.State));
    }

    private string Add(KnownReaders known, BatchRows adding, ImportRow row)
    {
        var state = StateOf(row);
        counts.Added++;
        if (state is SubscriptionState.Pending)
            counts.Pending++;
        AddAs(state, known, adding, row);
        return Word(state);
    }

    private SubscriptionState StateOf(ImportRow row) =>
        row.Verdict switch
        {
            Verdict.Left => SubscriptionState.Unsubscribed,
            Verdict.Complained => SubscriptionState.Complained,
            Verdict.Paused => SubscriptionState.Paused,
            Verdict.Bounced => SubscriptionState.Bounced,
            _ => target.MakesActive(row) ? SubscriptionState.Active : SubscriptionState.Pending,
        };

    private void AddAs(SubscriptionState state, KnownReaders known, BatchRows adding, ImportRow row)
    {
        if (state is SubscriptionState.Pending)
        {
            AddTo(known, adding, row, state, null, row.Own is null ? now : row.Since ?? now);
        }
        else if (state is SubscriptionState.Unsubscribed or SubscriptionState.Complained)
        {
            AddOver(state, known, adding, row);
        }
        else
        {
            var joined = row.JoinedAt ?? row.Own?.ConsentAt ?? now;
            AddTo(known, adding, row, state, joined, row.Since ?? joined);
            adding.ProveGiven(target, row, row.Own?.ConsentAt ?? joined);
        }
    }

    private void AddTo(
        KnownReaders known,
        BatchRows adding,
        ImportRow row,
        SubscriptionState state,
        DateTimeOffset? joined,
        DateTimeOffset changed
    )
    {
        var subscriber = known.SubscriberOrNull(row.Address);
        // Known from another publication, whose name for the reader may be older.
        if (row.Name is not null)
            subscriber?.Rename(row.Name);
        adding.Add(target, row, state, joined, changed);
        AddExtras(known, adding, subscriber, row);
    }

    private string Update(
        NewsletterDb db,
        KnownReaders known,
        BatchRows adding,
        Subscription subscription,
        ImportRow row
    )
    {
        var renamed = row.Name is not null && row.Name != subscription.Subscriber.Name;
        if (renamed)
            subscription.Subscriber.Rename(row.Name);
        var activated = subscription.State is SubscriptionState.Pending && target.MakesActive(row);
        if (activated)
            Activate(db, subscription, row);
        var changed = AddExtras(known, adding, subscription.Subscriber, row) || renamed || activated;
        if (changed)
            counts.Updated++;
        else
            counts.Unchanged++;
        if (subscription.State is SubscriptionState.Pending)
            counts.Pending++;
        return changed ? $"{Word(subscription.State)}, updated" : $"{Word(subscription.State)}, as known";
    }

    private void Activate(NewsletterDb db, Subscription subscription, ImportRow row)
    {
        var joined = row.JoinedAt ?? row.Own?.ConsentAt ?? now;
        subscription.Activate(joined);
        db.Consents.Add(
            new Consent(
                subscription,
                ConsentAct.Given,
                row.Own?.ConsentAt ?? joined,
                target.HowGiven(row),
                target.Sentence(row)
            )
            {
                Page = row.Own?.Page,
                Form = row.Own?.Form,
                Network = row.Network,
            }
        );
    }

    /// <returns>Whether anything of it is new.</returns>
    private static bool AddExtras(KnownReaders known, BatchRows adding, Subscriber? reader, ImportRow row)
    {
        var before = adding.Fields.Count + adding.Tags.Count;
        foreach (var (name, value) in row.Fields)
        {
            if (reader is null || !known.HasField(reader, name, value))
                adding.Fields.Add(new NewField(row.Address.Key, name, value));
        }

        foreach (var tag in row.Tags)
        {
            if (reader is null || !known.HasTag(reader, tag))
                adding.Tags.Add(new NewTag(row.Address.Key, tag));
        }

        return adding.Fields.Count + adding.Tags.Count > before;
    }

    private static string Word(SubscriptionState state) => state.ToString().ToLowerInvariant();
}
