using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Review;
using Newsletter.Subscribers;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>
/// Sends an issue to whoever makes it: the bytes that a reader would receive, with links that act for nobody. It is
/// no message of the issue's ledger, and the issue may be in any state.
/// </summary>
internal sealed class TestMails(IssueRendering rendering, Databases databases, LinkKeys keys, ServiceMailQueue queue)
{
    // What is looked at a day later is another draft.
    private static readonly TimeSpan s_lastsFor = TimeSpan.FromDays(1);

    /// <param name="issueId">An approved issue goes as it was frozen, any other as it would be now.</param>
    /// <param name="to">Anybody's address.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such issue, it cannot be written, or that is no address.</exception>
    public async Task<EmailAddress> AskAsync(int issueId, string to, CancellationToken cancel)
    {
        var address = EmailAddress.Parse(to);
        await using var db = databases.CreateDbContext();
        var publicationId = (await db.IssueAsync(issueId, cancel)).PublicationId;
        var frozen = await db.IssueBundles.AsNoTracking().SingleOrDefaultAsync(b => b.IssueId == issueId, cancel);
        var content = frozen?.Content ?? (await rendering.RenderAsync(issueId, date: null, cancel)).Content;
        RefuseUnwritable(issueId, content);
        var sample = SampleReader.Of(await keys.SigningAsync(cancel), content.SiteUrl);
        await queue.AskAsync(
            new ServiceMailRequest(
                ServiceMailPurpose.Test,
                // A person who asks twice wants it twice.
                $"test:{issueId}:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}",
                address,
                Name: null,
                publicationId,
                new ServiceMailContent.OfIssue(issueId, content with { WebHtml = null }, sample.UnsubscribeUrl),
                s_lastsFor
            ),
            cancel
        );
        return address;
    }

    private static void RefuseUnwritable(int issueId, BundleContent content)
    {
        try
        {
            _ = new MessageWriter(content, issueId, keys: []);
        }
        catch (InvalidOperationException fault)
        {
            throw new Refusal($"Issue {issueId} cannot be sent: {fault.Message}", fault);
        }
    }
}
