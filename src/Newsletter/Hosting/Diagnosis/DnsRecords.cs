using DnsClient;
using Newsletter.Messages;
using Newsletter.Publications;

namespace Newsletter.Hosting.Diagnosis;

/// <summary>What the DNS says of a publication's sender: SPF, DKIM, DMARC, and the MX of its bounce domain.</summary>
internal sealed class DnsRecords(IDnsQuery dns)
{
    public async Task<IReadOnlyList<Check>> OfAsync(Publication publication, DkimOptions dkim, CancellationToken cancel)
    {
        var domain = publication.Sender.Address.Domain;
        var checks = new List<Check>
        {
            // RFC 7208 section 3.1, RFC 7489 section 6.1.
            await TextAsync(
                $"{publication.Slug} spf",
                domain,
                "v=spf1",
                "name the relay in it, as its operator says",
                cancel
            ),
            await TextAsync(
                $"{publication.Slug} dmarc",
                "_dmarc." + domain,
                "v=DMARC1",
                "\"v=DMARC1; p=none\" is a beginning",
                cancel
            ),
        };
        // RFC 6376 section 3.6.2.1.
        if (!string.IsNullOrWhiteSpace(dkim.Domain))
            checks.Add(
                await TextAsync(
                    $"{publication.Slug} dkim",
                    $"{dkim.Selector}._domainkey.{dkim.Domain}",
                    "p=",
                    "publish the key's public half there",
                    cancel
                )
            );
        if (publication.BounceDomain is { } bounce)
            checks.Add(await MailExchangeAsync($"{publication.Slug} bounces", bounce, cancel));
        return checks;
    }

    private async Task<Check> TextAsync(
        string what,
        string name,
        string wanted,
        string advice,
        CancellationToken cancel
    )
    {
        var answer = await AskAsync(name, QueryType.TXT, cancel);
        if (answer is null)
            return Check.Note(what, $"the DNS could not be asked for {name}");
        var texts = answer.Answers.TxtRecords().Select(record => string.Concat(record.Text));
        return texts.FirstOrDefault(text => text.Contains(wanted, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Check.Ok(what, found)
            : Check.Wrong(what, $"{name} has no TXT record with {wanted}; {advice}");
    }

    private async Task<Check> MailExchangeAsync(string what, string domain, CancellationToken cancel)
    {
        var answer = await AskAsync(domain, QueryType.MX, cancel);
        return answer is null ? Check.Note(what, $"the DNS could not be asked for {domain}")
            : answer.Answers.MxRecords().FirstOrDefault() is { } found ? Check.Ok(what, found.Exchange.Value)
            : Check.Wrong(
                what,
                $"{domain} has no MX record: bounces are lost; point one to the feedback mailbox's server"
            );
    }

    private async Task<IDnsQueryResponse?> AskAsync(string name, QueryType type, CancellationToken cancel)
    {
        try
        {
            var answer = await dns.QueryAsync(name, type, cancellationToken: cancel);
            // NXDOMAIN is an answer: there is nothing.
            return answer.HasError && answer.Header.ResponseCode is not DnsHeaderResponseCode.NotExistentDomain
                ? null
                : answer;
        }
        catch (DnsResponseException)
        {
            return null;
        }
    }
}
