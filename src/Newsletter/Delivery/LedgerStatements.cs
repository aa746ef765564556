using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Delivery;

/// <summary>
/// The three statements that every message passes, thousands a second, each for many messages at once. Written out:
/// EF spends more on making them than the database on running them. Who may still get mail stays the one
/// definition of <see cref="Audience"/>, whose text is taken from EF.
/// <para>
/// A claim is written where several processes share the ledger, and held in memory (<see cref="HeldClaims"/>) where
/// one has it: there a message is updated twice and no lease is kept.
/// </para>
/// </summary>
internal sealed class LedgerStatements
{
    private static readonly ConcurrentDictionary<bool, LedgerStatements> s_known = [];

    // SQLite uses an index of a part of the table only where the statement names the part: so each says "not sent".
    private const string Due = "issue_id = @issue AND state = 'Queued' AND state <> 'Sent' AND not_before <= @now";

    // Of a slice it is the reader's index that is short; when all of it went, the other would be read to its end.
    // In SQLite a plus keeps a term from choosing an index.
    private static string DueOfSlice(bool isPostgres) =>
        isPostgres
            ? "issue_id = @issue AND subscriber_id <= @upto AND state = 'Queued' AND not_before <= @now"
            : "issue_id = @issue AND subscriber_id <= @upto AND +state = 'Queued' AND +not_before <= @now";

    private LedgerStatements(string reachable, bool isPostgres)
    {
        Claim = ClaimText(Due, "not_before", isPostgres);
        ClaimOfSlice = ClaimText(DueOfSlice(isPostgres), "subscriber_id", isPostgres);
        Begin = $"""
            UPDATE messages
            SET state = 'Sending', owner = @holder, dated_at = COALESCE(dated_at, @date){(isPostgres ? ", lease_until = @until" : "")}
            WHERE {(isPostgres
                ? "id = ANY(@ids) AND state = 'Claimed' AND owner = @holder"
                : "id IN (SELECT value FROM json_each(@ids)) AND state = 'Queued'")}
                AND EXISTS (SELECT 1 FROM issues WHERE issues.id = messages.issue_id AND issues.state = 'Sending')
                AND EXISTS (SELECT 1 FROM ({reachable}) AS reachable WHERE reachable."Id" = messages.subscription_id)
            RETURNING id, issue_id, dated_at
            """;
        Accept = $"""
            UPDATE messages
            SET state = 'Sent', owner = NULL, settled_at = @now, last_reply = accepted.reply{(isPostgres ? ", lease_until = NULL" : "")}
            FROM {(isPostgres
                ? "json_to_recordset(@accepted::json) AS accepted(id bigint, holder text, reply text)"
                : "(SELECT value->>'id' AS id, value->>'holder' AS holder, value->>'reply' AS reply FROM json_each(@accepted)) AS accepted")}
            WHERE messages.id = accepted.id AND messages.state = 'Sending' AND messages.owner = accepted.holder
            """;
    }

    /// <summary>Takes what is due of one issue: <c>@issue @now @count</c>, and <c>@holder @until</c> where it is written, <c>@held</c> where not.</summary>
    public string Claim { get; }

    /// <summary>The same of an issue's first slice: readers up to <c>@upto</c>.</summary>
    public string ClaimOfSlice { get; }

    /// <summary>The step to "sending" of what may be sent: <c>@ids @holder @date</c>, and <c>@until</c> where there are leases.</summary>
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
    public static object Ids(NewsletterDb db, IReadOnlyCollection<long> ids) =>
        db.Database.IsNpgsql()
            ? ids.ToArray()
            : $"[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]";

    // On PostgreSQL rows that another process is claiming at this moment are passed over, not waited for.
    private static string ClaimText(string due, string order, bool isPostgres) =>
        isPostgres
            ? $"""
                UPDATE messages SET state = 'Claimed', owner = @holder, lease_until = @until
                WHERE id IN (
                    SELECT id FROM messages WHERE {due} ORDER BY {order} LIMIT @count FOR UPDATE SKIP LOCKED
                )
                RETURNING id, issue_id, subscription_id, attempts, dated_at,
                    (SELECT email FROM subscribers WHERE subscribers.id = messages.subscriber_id),
                    (SELECT name FROM subscribers WHERE subscribers.id = messages.subscriber_id)
                """
            : $"""
                SELECT messages.id, issue_id, subscription_id, attempts, dated_at, email, name
                FROM messages CROSS JOIN subscribers
                WHERE {due} AND messages.id NOT IN (SELECT value FROM json_each(@held))
                    AND subscribers.id = messages.subscriber_id
                ORDER BY {order} LIMIT @count
                """;

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
