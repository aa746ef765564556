using System.Globalization;
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
        INSERT INTO consents (subscription_id, act, at, how)
        SELECT key, 'Withdrawn', @now, value FROM json_each(@left)
        """;
    private const string PostgresProof = """
        INSERT INTO consents (subscription_id, act, at, how)
        SELECT CAST(key AS bigint), 'Withdrawn', @now, value FROM json_each_text(CAST(@left AS json))
        """;

    /// <param name="how">By the number of each subscription.</param>
    /// <returns>Those that there are. The polite ones, whose publication says goodbye, have not been written.</returns>
    public async Task<List<(long SubscriptionId, bool IsPolite)>> WriteAsync(IReadOnlyDictionary<long, string> how)
    {
        long[] ids = [.. how.Keys];
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
            await WriteAsync(leaving, how);
        return found.ConvertAll(s => (s.Id, s.IsPolite));
    }

    private async Task WriteAsync(long[] leaving, IReadOnlyDictionary<long, string> how)
    {
        var left = await db
            .Subscriptions.Where(s =>
                EF.Parameter(leaving).Contains(s.Id)
                && s.State != SubscriptionState.Unsubscribed
                && s.State != SubscriptionState.Complained
            )
            .ExecuteUpdateAsync(set =>
                set.SetProperty(s => s.State, SubscriptionState.Unsubscribed)
                    .SetProperty(s => s.ChangedAt, now)
                    .SetProperty(s => s.PausedUntil, (DateTimeOffset?)null)
            );
        if (left != leaving.Length)
            throw new DbUpdateConcurrencyException("Another process ended one of these subscriptions in between.");
        await using var proof = db.Written(db.Database.IsSqlite() ? SqliteProof : PostgresProof);
        proof.Add("@left", Json(leaving, how));
        proof.Add("@now", db.Instant(now));
        await proof.ExecuteNonQueryAsync();
    }

    private static string Json(long[] leaving, IReadOnlyDictionary<long, string> how)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var id in leaving)
                json.WriteString(id.ToString(CultureInfo.InvariantCulture), how[id]);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
