using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// On PostgreSQL, where each statement crosses the network: readers, subscriptions, proofs, fields and tags in one each,
/// over one JSON parameter.
/// </summary>
internal static class PostgresInsert
{
    private static readonly JsonRows Subscribers = new(
        """
        INSERT INTO subscribers (email, email_key, name, language, created_at)
        SELECT r.email, r.key, r.name, r.language, {1} FROM ROWS WHERE true
        ON CONFLICT (email_key) DO NOTHING
        """,
        "email",
        "key",
        "name",
        "language"
    );
    private static readonly JsonRows Subscriptions = new(
        """
        INSERT INTO subscriptions
            (publication_id, subscriber_id, state, rhythm, created_at, changed_at, joined_at, paused_until)
        SELECT {2}, s.id, r.state, r.rhythm, {1}, r.changed, r.joined, r.until
        FROM ROWS CROSS JOIN subscribers s WHERE s.email_key = r.key
        ON CONFLICT (publication_id, subscriber_id) DO NOTHING
        """,
        "key",
        "state",
        "rhythm",
        "@changed",
        "@joined",
        "@until"
    );

    // Of one reader first what was given, then what was withdrawn: the later line of a proof is what holds.
    private static readonly JsonRows Proofs = new(
        """
        INSERT INTO consents (subscription_id, act, at, how, sentence, page, form, network)
        SELECT u.id, r.act, r.at, r.how, r.sentence, r.page, r.form, r.network
        FROM ROWS CROSS JOIN subscribers s CROSS JOIN subscriptions u
        WHERE s.email_key = r.key AND u.publication_id = {1} AND u.subscriber_id = s.id
        ORDER BY u.id, r.act
        """,
        "key",
        "act",
        "@at",
        "how",
        "sentence",
        "page",
        "form",
        "network"
    );
    private static readonly JsonRows Fields = new(
        """
        INSERT INTO subscriber_fields (subscriber_id, name, value)
        SELECT s.id, r.name, r.value FROM ROWS CROSS JOIN subscribers s WHERE s.email_key = r.key
        ON CONFLICT (subscriber_id, name) DO UPDATE SET value = excluded.value
        """,
        "key",
        "name",
        "value"
    );
    private static readonly JsonRows Tags = new(
        """
        INSERT INTO subscriber_tags (subscriber_id, tag)
        SELECT s.id, r.tag FROM ROWS CROSS JOIN subscribers s WHERE s.email_key = r.key
        ON CONFLICT (subscriber_id, tag) DO NOTHING
        """,
        "key",
        "tag"
    );

    public static async Task WriteAsync(
        NewsletterDb db,
        int publication,
        BatchRows rows,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (rows.Newcomers.Count > 0)
        {
            var json = Json(rows.Newcomers, NewcomerJson.Default.ListNewcomer);
            await Subscribers.WriteAsync(db, cancel, json, db.Instant(now));
            var added = await Subscriptions.WriteAsync(db, cancel, json, db.Instant(now), publication);
            if (added != rows.Newcomers.Count)
                throw new DbUpdateConcurrencyException("Another process added one of these readers in between.");
        }

        if (rows.Proofs.Count > 0)
            await Proofs.WriteAsync(db, cancel, Json(rows.Proofs, NewcomerJson.Default.ListNewProof), publication);
        if (rows.Fields.Count > 0)
            await Fields.WriteAsync(db, cancel, Json(rows.Fields, NewcomerJson.Default.ListNewField));
        if (rows.Tags.Count > 0)
            await Tags.WriteAsync(db, cancel, Json(rows.Tags, NewcomerJson.Default.ListNewTag));
    }

    private static string Json<T>(List<T> rows, JsonTypeInfo<List<T>> type) => JsonSerializer.Serialize(rows, type);
}
