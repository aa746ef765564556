using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Delivery;

/// <summary>Turns a row of the ledger into the message that goes out.</summary>
internal sealed class Letters(Databases databases, LinkKeys keys, DkimKeyring dkim, BounceDomains bounces)
{
    private const int MostWriters = 16;

    private readonly ConcurrentDictionary<int, (MessageWriter Writer, string SiteUrl)> writers = [];
    private LinkKey? signing;
    private LinkKey? identityKey;

    /// <summary>Keys and settings that would stop every message are found here, before any is begun.</summary>
    /// <exception cref="Refusal">The DKIM key cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        _ = dkim.Keys;
        signing = await keys.SigningAsync(cancel);
        identityKey = (await keys.AllAsync(cancel)).Values.MinBy(key => key.Id);
    }

    /// <summary>Null where the reader's address cannot be read.</summary>
    /// <param name="dated">When the message was first begun.</param>
    public async Task<OutgoingMessage?> WriteAsync(Claim claim, DateTimeOffset dated, CancellationToken cancel)
    {
        if (!EmailAddress.TryParse(claim.Email, out var address))
            return null;
        if (signing is null || identityKey is null)
            throw new InvalidOperationException("The keys are not prepared.");
        if (claim is ServiceMailClaim mail)
            return ServiceMailLetter.Write(await ContentAsync(mail, cancel), mail, address, (identityKey, dated), dkim);
        var row = (MessageClaim)claim;
        var (writer, siteUrl) = await WriterAsync(row.IssueId, cancel);
        var token = ReaderLink.Token(signing, LinkPurpose.Unsubscribe, row.SubscriptionId);
        var message = writer.Write(
            new Reader(address, claim.Name, SiteOptions.Unsubscribe(siteUrl, token)),
            MessageIdentity.Of(identityKey, row.IssueId, claim.Id, writer.Domain, dated)
        );
        return await bounces.OfAsync(row.IssueId, cancel) is { } domain
            ? message with
            {
                Sender = BounceAddress.Make(signing, claim.Id, domain),
            }
            : message;
    }

    private async Task<ServiceMailContent> ContentAsync(ServiceMailClaim mail, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        var content = await db.ServiceMails.Where(m => m.Id == mail.Id).Select(m => m.Content).SingleAsync(cancel);
        // Erased only where another process has settled it since: then nobody asks what becomes of this attempt.
        try
        {
            return ServiceMailContent.Parse(content ?? throw new Refusal("What it says is erased."));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new Refusal($"What it says cannot be read: {fault.Message}", fault);
        }
    }

    // What is approved never changes, so it is read and cut at its marks once.
    private async Task<(MessageWriter Writer, string SiteUrl)> WriterAsync(int issueId, CancellationToken cancel)
    {
        if (writers.TryGetValue(issueId, out var known))
            return known;
        // Rarely do more issues go out at once; those of last week need not stay in memory.
        if (writers.Count >= MostWriters)
            writers.Clear();
        await using var db = databases.CreateDbContext();
        var bundle = await db.IssueBundles.AsNoTracking().SingleAsync(b => b.IssueId == issueId, cancel);
        return writers.GetOrAdd(
            issueId,
            (new MessageWriter(bundle.Content, issueId, dkim.For(bundle.Content.FromDomain)), bundle.SiteUrl)
        );
    }
}
