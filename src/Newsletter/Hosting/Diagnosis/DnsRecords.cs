using DnsClient;
using Newsletter.Messages;
using Newsletter.Publications;

namespace Newsletter.Hosting.Diagnosis;

/// <summary>What the DNS says of a publication's sender: SPF, DKIM, DMARC, and the MX of its bounce domain.</summary>
internal sealed class DnsRecords(IDnsQuery dns)
{
    /// <param name="publication">Whose sender it is.</param>
    /// <param name="keys">Those whose public halves should be found.</param>
    /// <param name="cancel">Gives the wait up.</param>
    public async Task<IReadOnlyList<Check>> OfAsync(
        Publication publication,
        IReadOnlyList<DkimKey> keys,
        CancellationToken cancel
    )
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
        foreach (var key in keys)
            checks.Add(await PublicHalfAsync($"{publication.Slug} dkim {key.Selector}", key, cancel));
        if (publication.BounceDomain is { } bounce)
        {
            checks.Add(await MailExchangeAsync($"{publication.Slug} bounces", bounce, cancel));
            // RFC 7208 section 2.4: what is checked is the envelope sender, and that is there.
            checks.Add(
                await TextAsync(
                    $"{publication.Slug} bounces spf",
                    bounce,
                    "v=spf1",
                    "name the relay in it, as its operator says",
                    cancel
                )
            );
        }

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

    private async Task<Check> PublicHalfAsync(string what, DkimKey key, CancellationToken cancel)
    {
        if (await AskAsync(key.RecordName, QueryType.TXT, cancel) is not { } answer)
            return Check.Note(what, $"the DNS could not be asked for {key.RecordName}");
        var texts = answer.Answers.TxtRecords().Select(record => string.Concat(record.Text)).ToList();
        var published = texts.Select(PublishedKey).OfType<string>().ToList();
        return published.Exists(text => IsPublicHalf(key, text)) ? Check.Ok(what, $"{key.RecordName} is published")
            : published.Count > 0
                ? Check.Wrong(
                    what,
                    $"{key.RecordName} publishes another key than the one that signs; it should be {key.Record}"
                )
            : key.Signs ? Check.Wrong(what, $"{key.RecordName} has no TXT record with a key; publish {key.Record}")
            : Check.Note(what, $"{key.RecordName} has no TXT record yet; publish {key.Record} before it signs");
    }

    // RFC 6376 section 3.6.1 says RSAPublicKey, and everybody publishes SubjectPublicKeyInfo, whose end that is.
    private static bool IsPublicHalf(DkimKey key, string published)
    {
        var bytes = new byte[published.Length];
        return Convert.TryFromBase64String(published, bytes, out var length)
            && length > 0
            && Convert.FromBase64String(key.PublicKey).AsSpan().EndsWith(bytes.AsSpan(0, length));
    }

    // RFC 6376 section 3.6.1: tags are separated by semicolons, and blanks within the key mean nothing.
    private static string? PublishedKey(string text) =>
        text.Split(';')
            .Select(tag => tag.Split('=', 2))
            .Where(tag => tag.Length == 2 && tag[0].Trim() == "p")
            .Select(tag => string.Concat(tag[1].Where(c => !char.IsWhiteSpace(c))))
            .FirstOrDefault();

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
