using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Delivery;

/// <summary>
/// The three updates that every message passes, thousands a second, each for many messages at once. Written out:
/// EF spends more on making them than the database on running them. Who may still get mail stays the one
/// definition of <see cref="Audience"/>, whose text is taken from EF.
/// </summary>
internal sealed class LedgerStatements
{
    private static readonly ConcurrentDictionary<bool, LedgerStatements> s_known = [];

    private LedgerStatements(string reachable, bool isPostgres)
    {
        // Rows that another process is claiming at this moment are passed over, not waited for.
        var apart = isPostgres ? " FOR UPDATE SKIP LOCKED" : "";
        Claim = $"""
            UPDATE messages SET state = 'Claimed', owner = @holder, lease_until = @until
            WHERE id IN (
                SELECT id FROM messages WHERE issue_id = @issue AND state = 'Queued' AND not_before <= @now
                ORDER BY not_before LIMIT @count{apart}
            )
            RETURNING id, issue_id, subscription_id, attempts, dated_at,
                (SELECT email FROM subscribers WHERE subscribers.id = messages.subscriber_id),
                (SELECT name FROM subscribers WHERE subscribers.id = messages.subscriber_id)
            """;
        Begin = $"""
            UPDATE messages
            SET state = 'Sending', lease_until = @until, dated_at = COALESCE(dated_at, @date)
            WHERE {(isPostgres ? "id = ANY(@ids)" : "id IN (SELECT value FROM json_each(@ids))")}
                AND state = 'Claimed' AND owner = @holder
                AND EXISTS (SELECT 1 FROM issues WHERE issues.id = messages.issue_id AND issues.state = 'Sending')
                AND EXISTS (SELECT 1 FROM ({reachable}) AS reachable WHERE reachable."Id" = messages.subscription_id)
            RETURNING id, issue_id, dated_at
            """;
        Accept = $"""
            UPDATE messages
            SET state = 'Sent', owner = NULL, lease_until = NULL, settled_at = @now, last_reply = accepted.reply
            FROM {(isPostgres
                ? "json_to_recordset(@accepted::json) AS accepted(id bigint, holder text, reply text)"
                : "(SELECT value->>'id' AS id, value->>'holder' AS holder, value->>'reply' AS reply FROM json_each(@accepted)) AS accepted")}
            WHERE messages.id = accepted.id AND messages.state = 'Sending' AND messages.owner = accepted.holder
            """;
    }

    /// <summary>Takes what is due of one issue: <c>@holder @until @issue @now @count</c>.</summary>
    public string Claim { get; }

    /// <summary>The step to "sending" of what may be sent: <c>@ids @holder @until @date</c>.</summary>
    public string Begin { get; }

    /// <summary>What the relay took: <c>@accepted</c>, JSON of <see cref="AcceptedMessage"/>, and <c>@now</c>.</summary>
    public string Accept { get; }

    public static LedgerStatements For(NewsletterDb db) =>
        s_known.GetOrAdd(
            db.Database.IsNpgsql(),
            (isPostgres, known) => new LedgerStatements(ReachableText(known), isPostgres),
            db
        );

    /// <summary>A list of keys as a parameter of <see cref="Begin"/>.</summary>
    public static object Ids(NewsletterDb db, IReadOnlyList<long> ids) =>
        db.Database.IsNpgsql()
            ? ids.ToArray()
            : $"[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]";

    private static string ReachableText(NewsletterDb db)
    {
        using var command = db.Reachable().Select(s => new { s.Id }).CreateDbCommand();
        var text = command.CommandText;
        // The one parameter is the at sign, which never changes.
        foreach (System.Data.Common.DbParameter parameter in command.Parameters)
            text = text.Replace(
                $"@{parameter.ParameterName.TrimStart('@')}",
                $"'{parameter.Value}'",
                StringComparison.Ordinal
            );
        return text;
    }
}
