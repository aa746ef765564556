using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// On SQLite a prepared statement a row costs half of what statements over JSON do: those take each row apart again
/// for each of its columns, and look its reader up for each table.
/// </summary>
internal static class SqliteInsert
{
    private const string Subscriber =
        "INSERT INTO subscribers (email, email_key, name, language, created_at) VALUES (@0, @1, @2, @3, @4) RETURNING id";
    private const string Subscription = """
        INSERT INTO subscriptions
            (publication_id, subscriber_id, state, rhythm, created_at, changed_at, joined_at, paused_until)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7) RETURNING id
        """;
    private const string Proof =
        "INSERT INTO consents (subscription_id, act, at, how, sentence, page, form, network) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)";
    private const string Field =
        "INSERT INTO subscriber_fields (subscriber_id, name, value) VALUES (@0, @1, @2) ON CONFLICT (subscriber_id, name) DO UPDATE SET value = excluded.value";
    private const string Tag =
        "INSERT INTO subscriber_tags (subscriber_id, tag) VALUES (@0, @1) ON CONFLICT (subscriber_id, tag) DO NOTHING";

    public static void Write(NewsletterDb db, int publication, BatchRows rows, DateTimeOffset now)
    {
        var subscriptions = AddNewcomers(db, publication, rows, db.Instant(now));
        var proof = new RowStatement(db, Proof, 8);
        foreach (var line in rows.Proofs)
        {
            var of = subscriptions[line.Key];
            proof.Run(of, line.Act, line.At, line.How, line.Sentence, line.Page, line.Form, line.Network);
        }

        var field = new RowStatement(db, Field, 3);
        foreach (var one in rows.Fields)
            field.Run(rows.Readers[one.Key], one.Name, one.Value);
        var tag = new RowStatement(db, Tag, 2);
        foreach (var one in rows.Tags)
            tag.Run(rows.Readers[one.Key], one.Tag);
    }

    /// <returns>The number of each new subscription by its reader's key.</returns>
    private static Dictionary<string, long> AddNewcomers(NewsletterDb db, int publication, BatchRows rows, object now)
    {
        var subscriber = new RowStatement(db, Subscriber, 5);
        var subscription = new RowStatement(db, Subscription, 8);
        var added = new Dictionary<string, long>(rows.Newcomers.Count);
        foreach (var one in rows.Newcomers)
        {
            // Known already from another publication, or new.
            if (!rows.Readers.TryGetValue(one.Key, out var reader))
                rows.Readers[one.Key] = reader = subscriber.Number(one.Email, one.Key, one.Name, one.Language, now);
            added[one.Key] = subscription.Number(
                publication,
                reader,
                one.State,
                one.Rhythm,
                now,
                one.Changed,
                one.Joined,
                one.Until
            );
        }

        return added;
    }
}
