using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Delivery.Routing;

/// <summary>Gives claimed messages back, each with the time of its turn, in one statement.</summary>
internal static class PuttingOff
{
    public static async Task<int> RunAsync(
        NewsletterDb db,
        IReadOnlyList<(MessageClaim Claim, DateTimeOffset At)> turns,
        CancellationToken cancel
    )
    {
        var isPostgres = db.Database.IsNpgsql();
        await using var command = db.Written(
            $"""
            UPDATE messages SET state = 'Queued', owner = NULL, lease_until = NULL, not_before = turns.at
            FROM {(isPostgres
                ? "json_to_recordset(@turns::json) AS turns(id bigint, holder text, at timestamptz)"
                : "(SELECT value->>'id' AS id, value->>'holder' AS holder, value->>'at' AS at FROM json_each(@turns)) AS turns")}
            WHERE messages.id = turns.id AND {(isPostgres
                ? "messages.state = 'Claimed' AND messages.owner = turns.holder"
                : "messages.state = 'Queued'")}
            """
        );
        command.Add("@turns", Json(turns, isPostgres));
        return await command.ExecuteNonQueryAsync(cancel);
    }

    // Ids, our own signatures and instants: nothing in them needs quoting.
    private static string Json(IReadOnlyList<(MessageClaim Claim, DateTimeOffset At)> turns, bool isPostgres)
    {
        var json = new StringBuilder("[");
        foreach (var (claim, at) in turns)
        {
            json.Append(json.Length > 1 ? "," : "")
                .Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"id":{{claim.Id}},"holder":"{{claim.Holder}}","at":{{(isPostgres ? $"\"{at.UtcDateTime:O}\"" : at.UtcTicks)}}}"""
                );
        }

        return json.Append(']').ToString();
    }
}
