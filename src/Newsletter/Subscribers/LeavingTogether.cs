using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>
/// Many who leave by their links, in four statements: tracked entities cost ten times as much, and mail providers post
/// thousands in the minutes after an issue.
/// </summary>
internal sealed class LeavingTogether(NewsletterDb db, DateTimeOffset now)
{
    private const string SqliteProof = """
        INSERT INTO consents (subscription_id, act, at, how, network)
        SELECT value ->> 0, 'Withdrawn', @now, value ->> 1, value ->> 2 FROM json_each(@left)
        """;
    private const string PostgresProof = """
        INSERT INTO consents (subscription_id, act, at, how, network)
        SELECT CAST(value ->> 0 AS bigint), 'Withdrawn', @now, value ->> 1, value ->> 2
        FROM json_array_elements(CAST(@left AS json))
        """;

    /// <param name="from">By the number of each subscription.</param>
    /// <returns>Those that there are. The polite ones, whose publication says goodbye, have not been written.</returns>
    public async Task<List<(long SubscriptionId, bool IsPolite)>> WriteAsync(IReadOnlyDictionary<long, Origin> from)
    {
        long[] ids = [.. from.Keys];
        var polite = db.Publications.IgnoreAutoIncludes().Where(p => p.SaysGoodbye);
        var found = await db
            .Subscriptions.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.State,
                IsPolite = polite.Any(p => p.Id == s.PublicationId),
            })
            .ToListAsync();
        long[] leaving =
        [
            .. found
                .Where(s => !s.IsPolite)
                .Where(s => s.State is not (SubscriptionState.Unsubscribed or SubscriptionState.Complained))
                .Select(s => s.Id),
        ];
        if (leaving.Length > 0)
            await WriteAsync(leaving, from);
        return found.ConvertAll(s => (s.Id, s.IsPolite));
    }

    private async Task WriteAsync(long[] leaving, IReadOnlyDictionary<long, Origin> from)
    {
        var left = await db
            .Subscriptions.Where(s =>
                EF.Parameter(leaving).Contains(s.Id)
                && s.State != SubscriptionState.Unsubscribed
                && s.State != SubscriptionState.Complained
            )
            .ExecuteUpdateAsync(set =>
                set.SetProperty(s => s.LeftFrom, s => s.State)
                    .SetProperty(s => s.LeftPausedUntil, s => s.PausedUntil)
                    .SetProperty(s => s.State, SubscriptionState.Unsubscribed)
                    .SetProperty(s => s.ChangedAt, now)
                    .SetProperty(s => s.PausedUntil, (DateTimeOffset?)null)
            );
        if (left != leaving.Length)
            throw new DbUpdateConcurrencyException("Another process ended one of these subscriptions in between.");
        await using var proof = db.Written(db.Database.IsSqlite() ? SqliteProof : PostgresProof);
        proof.Add("@left", Json(leaving, from));
        proof.Add("@now", db.Instant(now));
        await proof.ExecuteNonQueryAsync();
    }

    private static string Json(long[] leaving, IReadOnlyDictionary<long, Origin> from)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartArray();
            foreach (var id in leaving)
            {
                json.WriteStartArray();
                json.WriteNumberValue(id);
                json.WriteStringValue(from[id].How);
                json.WriteStringValue(from[id].Network);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
