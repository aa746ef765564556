using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>What else a reader receives: asked once they left something.</summary>
internal sealed class OtherSubscriptions(IDbContextFactory<NewsletterDb> databases)
{
    private const int Most = 100;

    /// <summary>The titles of the publications that this subscription's reader has not left, itself aside.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(long subscriptionId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.OfReaderOf(subscriptionId)
            .Where(s => s.Id != subscriptionId)
            .Where(s => s.State == SubscriptionState.Active || s.State == SubscriptionState.Paused)
            .Join(db.Publications.IgnoreAutoIncludes(), s => s.PublicationId, p => p.Id, (_, p) => p.Title)
            .Order()
            .Take(Most)
            .ToListAsync(cancel);
    }
}
