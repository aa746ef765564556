using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Delivery;

/// <summary>
/// Where reports about an issue's messages come back to. It is the operator's setting and not the approval's, so it
/// is read as the publication has it now, but not for each of thousands of messages a second.
/// </summary>
internal sealed class BounceDomains(Databases databases, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, (string? Domain, long ReadAt)> known = [];

    /// <summary>Null: no feedback is set up, and the publication's own address is the envelope sender.</summary>
    public async ValueTask<string?> OfAsync(int issueId, CancellationToken cancel)
    {
        if (known.TryGetValue(issueId, out var last) && clock.GetElapsedTime(last.ReadAt) < Freshness)
            return last.Domain;
        var readAt = clock.GetTimestamp();
        await using var db = databases.CreateDbContext();
        var domain = await db
            .Issues.Where(i => i.Id == issueId)
            .Join(db.Publications, i => i.PublicationId, p => p.Id, (_, p) => p.BounceDomain)
            .SingleOrDefaultAsync(cancel);
        // Issues of last week need not stay in memory.
        if (known.Count >= 16)
            known.Clear();
        known[issueId] = (domain, readAt);
        return domain;
    }
}
