using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Subscribers;

namespace Newsletter.Review;

/// <summary>Links under which an issue can be looked at in a browser before it is sent, by whoever is given one, for a day.</summary>
internal sealed class PreviewLinks(
    IDbContextFactory<NewsletterDb> databases,
    LinkKeys keys,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    private const int Hours = 24;
    private const int HourBits = 32;

    /// <exception cref="Refusal">There is no such issue.</exception>
    public async Task<string> LinkAsync(int issueId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var issue = await db.IssueAsync(issueId, cancel);
        var number = ((Hour + Hours) << HourBits) | (uint)issue.Id;
        var token = ReaderLink.Token(await keys.SigningAsync(cancel), LinkPurpose.Preview, number);
        return SiteOptions.Preview(site.Value.Root, token);
    }

    /// <returns>The issue that a link is for; null where the link is not ours, or its day is over.</returns>
    public async Task<int?> FindAsync(string? token, CancellationToken cancel) =>
        ReaderLink.TryRead(token, LinkPurpose.Preview, await keys.AllAsync(cancel), out var number)
        && number >> HourBits >= Hour
            ? (int)(number & uint.MaxValue)
            : null;

    private long Hour => clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
}
