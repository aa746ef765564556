using DnsClient;
using DnsClient.Protocol;
using Microsoft.Extensions.Options;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Hosting;

/// <summary>
/// Asks the DNS whether a domain takes mail. Nobody is turned away because the DNS is slow or away: what it does not say
/// within two seconds, the confirmation mail will show.
/// </summary>
internal sealed class MailDomains(IDnsQuery dns, IOptions<SignUpOptions> options, TimeProvider clock) : IMailDomains
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // When the DNS last gave no answer at all: while it rests, nobody waits for it again.
    private long? silentSince;

    public async Task<DomainMail> AskAsync(string domain, CancellationToken cancel)
    {
        if (!options.Value.AsksDns || KnownDomains.IsProvider(domain) || IsForTrials(domain) || IsResting)
            return DomainMail.Possible;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await AnswerAsync(domain, patience.Token);
        }
        catch (Exception fault)
            when (fault is DnsResponseException
                || (fault is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            silentSince = clock.GetTimestamp();
            return DomainMail.Possible;
        }
    }

    private bool IsResting => silentSince is { } since && clock.GetElapsedTime(since) < Rest;

    // RFC 2606: nobody has a mailbox there but in trials, where it should work.
    private static bool IsForTrials(string domain) =>
        domain.Split('.') is [.., "example", _] or [.., "example"] or [.., "test"];

    private async Task<DomainMail> AnswerAsync(string domain, CancellationToken cancel)
    {
        var answer = await dns.QueryAsync(domain, QueryType.MX, cancellationToken: cancel);
        if (answer.Header.ResponseCode is DnsHeaderResponseCode.NotExistentDomain)
            return IsFromItsZone(answer) ? DomainMail.None : DomainMail.Possible;
        if (answer.HasError)
            return DomainMail.Possible;
        var exchanges = answer.Answers.MxRecords().ToList();
        if (exchanges.Count > 0)
            return exchanges.TrueForAll(IsNull) ? DomainMail.Refused : DomainMail.Possible;
        // RFC 5321 section 5.1: without an MX the domain itself is the server.
        return
            await HasAsync(domain, QueryType.A, cancel) is false
            && await HasAsync(domain, QueryType.AAAA, cancel) is false
            ? DomainMail.None
            : DomainMail.Possible;
    }

    private async Task<bool> HasAsync(string domain, QueryType type, CancellationToken cancel)
    {
        var answer = await dns.QueryAsync(domain, type, cancellationToken: cancel);
        return answer.HasError || !IsFromItsZone(answer) || answer.Answers.AddressRecords().Any();
    }

    // RFC 2308 section 2.1: that something is not there is said with the zone's SOA. A resolver that says so without
    // one is of a closed network, and knows of nothing outside.
    private static bool IsFromItsZone(IDnsQueryResponse answer) =>
        answer.Answers.Count > 0 || answer.Authorities.OfType<SoaRecord>().Any();

    private static bool IsNull(MxRecord exchange) => exchange.Exchange.Value is "." or "";
}
