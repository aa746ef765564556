using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Subscribers;

namespace Newsletter.Benchmarks.Subscriptions;

/// <summary>The unsubscribe links of all readers of a data folder, and who has left by them.</summary>
internal static class Links
{
    /// <returns>Paths, as they stand behind the site's address.</returns>
    public static async Task<IReadOnlyList<string>> OfAllAsync(string data)
    {
        await using var db = Open(data);
        var key = await db.LinkKeys.OrderBy(key => key.Id).FirstAsync();
        var subscriptions = await db.Subscriptions.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
        return subscriptions.ConvertAll(id => $"/unsubscribe/{ReaderLink.Token(key, LinkPurpose.Unsubscribe, id)}");
    }

    public static async Task<int> LeftAsync(string data)
    {
        await using var db = Open(data);
        return await db.Subscriptions.CountAsync(s => s.State == SubscriptionState.Unsubscribed);
    }

    private static NewsletterDb Open(string data) =>
        new Databases(Options.Create(new DatabaseOptions()), new DataFolder(data)).CreateDbContext();
}
