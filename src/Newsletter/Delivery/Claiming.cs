using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>Takes what is due, a share from each issue that is being sent.</summary>
/// <param name="held">What is claimed already and not written; null where claims are written.</param>
internal sealed class Claiming(NewsletterDb db, TimeProvider clock, TimeSpan lease, HeldClaims? held)
{
    /// <param name="holder">What this claim signs with.</param>
    /// <param name="count">At most.</param>
    /// <param name="after">The issue that came first the last time: where there is room for one, they take turns.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<MessageClaim>> ClaimAsync(
        string holder,
        int count,
        int after,
        CancellationToken cancel
    )
    {
        var sending = await db
            .Issues.Where(i => i.State == IssueState.Sending)
            .OrderBy(i => i.Id <= after)
            .ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.FirstSliceUpTo })
            .ToListAsync(cancel);
        var claims = new List<MessageClaim>(count);
        if (sending.Count == 0)
            return claims;
        var until = held is null ? await LedgerClock.NowAsync(db, clock, cancel) + lease : (DateTimeOffset?)null;
        for (var i = 0; i < sending.Count && claims.Count < count; i++)
        {
            var share = (count - claims.Count + sending.Count - i - 1) / (sending.Count - i);
            await ClaimAsync(sending[i].Id, sending[i].FirstSliceUpTo, holder, until, share, claims, cancel);
        }

        held?.Take(claims);
        return claims;
    }

    private async Task ClaimAsync(
        int issueId,
        long? upTo,
        string holder,
        DateTimeOffset? until,
        int count,
        List<MessageClaim> claims,
        CancellationToken cancel
    )
    {
        var statements = LedgerStatements.For(db);
        await using var claim = db.Written(upTo is null ? statements.Claim : statements.ClaimOfSlice);
        if (upTo is { } last)
            claim.Add("@upto", last);
        claim.Add("@issue", issueId);
        claim.Add("@now", db.Instant(clock.GetUtcNow()));
        claim.Add("@count", count);
        if (held is not null)
            claim.Add("@held", LedgerStatements.Ids(db, held.Ids));
        if (until is { } end)
        {
            claim.Add("@holder", holder);
            claim.Add("@until", db.Instant(end));
        }

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
