using Microsoft.AspNetCore.Mvc;
using Newsletter.Hosting.Diagnosis;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Which keys sign, the records to publish for them, and what the DNS says of every publication's sender.</summary>
[Needs(StaffRole.Admin)]
internal sealed class SigningModel(DkimKeyring keyring, DkimChecks dkim, DnsRecords dns, PublicationRegister register)
    : InstallationPage
{
    /// <summary>Whoever waits at a page waits no longer, however many names are asked for.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public override string Title => Words.Signing;

    public IReadOnlyList<DkimKey> Keys { get; private set; } = [];

    public IReadOnlyList<string> LeftToRelay => keyring.LeftToRelay;

    /// <summary>Why the keys cannot be read; null where they can.</summary>
    public string? KeysFault { get; private set; }

    public bool IsAsked { get; private set; }

    public IReadOnlyList<Check> Checks { get; private set; } = [];

    /// <summary>That the DNS gave no answer in time; null where it did.</summary>
    public string? Silent { get; private set; }

    public async Task OnGetAsync(bool dns)
    {
        try
        {
            Keys = keyring.Keys;
        }
        catch (Refusal refusal)
        {
            KeysFault = refusal.Message;
        }

        if (dns)
            await AskAsync();
    }

    public async Task<IActionResult> OnGetDnsAsync()
    {
        await AskAsync();
        return Partial("_DnsChecks", this);
    }

    private async Task AskAsync()
    {
        IsAsked = true;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(s_patience);
        try
        {
            var all = await Task.WhenAll(
                (await register.ListAsync(Cancel)).Select(one => ChecksAsync(one, limit.Token))
            );
            Checks = [.. all.SelectMany(checks => checks)];
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            Silent = string.Format(Culture, Words.DnsSilent, s_patience.TotalSeconds);
        }
    }

    private async Task<IReadOnlyList<Check>> ChecksAsync(Publication publication, CancellationToken cancel)
    {
        var sender = publication.Sender.Address;
        var found = await dns.OfAsync(publication, dkim.PublishedFor(sender), cancel);
        return dkim.Of(publication.Slug, sender) is { } signature ? [signature, .. found] : found;
    }
}
