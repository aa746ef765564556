using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>Takes what is due, a share from each issue that is being sent.</summary>
internal sealed class Claiming(NewsletterDb db, TimeProvider clock, TimeSpan lease)
{
    /// <param name="holder">What this claim signs with.</param>
    /// <param name="count">At most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<MessageClaim>> ClaimAsync(string holder, int count, CancellationToken cancel)
    {
        var sending = await db
            .Issues.Where(i => i.State == IssueState.Sending)
            .OrderBy(i => i.Id)
            .Select(i => i.Id)
            .ToListAsync(cancel);
        var claims = new List<MessageClaim>(count);
        if (sending.Count == 0)
            return claims;
        var until = await LedgerClock.NowAsync(db, clock, cancel) + lease;
        for (var i = 0; i < sending.Count && claims.Count < count; i++)
        {
            var share = (count - claims.Count + sending.Count - i - 1) / (sending.Count - i);
            await ClaimAsync(sending[i], holder, until, share, claims, cancel);
        }

        return claims;
    }

    private async Task ClaimAsync(
        int issueId,
        string holder,
        DateTimeOffset until,
        int count,
        List<MessageClaim> claims,
        CancellationToken cancel
    )
    {
        await using var claim = db.Written(LedgerStatements.For(db).Claim);
        claim.Add("@holder", holder);
        claim.Add("@until", db.Instant(until));
        claim.Add("@issue", issueId);
        claim.Add("@now", db.Instant(clock.GetUtcNow()));
        claim.Add("@count", count);
        await using var row = await claim.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            claims.Add(
                new MessageClaim(
                    row.GetInt64(0),
                    holder,
                    row.GetInt32(1),
                    row.GetInt64(2),
                    row.GetString(5),
                    row.TextAt(6),
                    row.GetInt32(3),
                    row.InstantAt(4)
                )
            );
        }
    }
}
