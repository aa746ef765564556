using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Database;
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

    /// <param name="issueId">The issue.</param>
    /// <param name="readerAddress">A subscriber of its publication, as whom it is shown; null for a sample one.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such issue or reader.</exception>
    public async Task<string> LinkAsync(int issueId, string? readerAddress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var looked = await db.LookedAtAsync(issueId, readerAddress, cancel);
        var key = await keys.SigningAsync(cancel);
        var number = ((Hour + Hours) << HourBits) | (uint)looked.IssueId;
        var token = ReaderLink.Token(key, LinkPurpose.Preview, number);
        if (looked.SubscriptionId is { } subscription)
            token += ReaderLink.Token(key, LinkPurpose.PreviewedReader, subscription, boundTo: number);
        return SiteOptions.Preview(site.Value.Root, token);
    }

    /// <returns>What a link shows; null where the link is not ours, or its day is over.</returns>
    public async Task<LookedAt?> FindAsync(string? token, CancellationToken cancel)
    {
        var all = await keys.AllAsync(cancel);
        var (issue, reader) =
            token?.Length > ReaderLink.TextLength
                ? (token[..ReaderLink.TextLength], token[ReaderLink.TextLength..])
                : (token, null);
        if (!ReaderLink.TryRead(issue, LinkPurpose.Preview, all, out var number) || number >> HourBits < Hour)
            return null;
        var id = (int)(number & uint.MaxValue);
        if (reader is null)
            return new LookedAt(id, SubscriptionId: null);
        return ReaderLink.TryRead(reader, LinkPurpose.PreviewedReader, all, out var subscription, boundTo: number)
            ? new LookedAt(id, subscription)
            : null;
    }

    private long Hour => clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
}
