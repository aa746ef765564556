using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Newsletter.Hosting;
using Newsletter.Subscribers.SignUps;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Hosting;

public sealed class MailDomainsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mail.org", nameof(DomainMail.Possible))]
    [InlineData("nomail.org", nameof(DomainMail.Refused))]
    [InlineData("host.org", nameof(DomainMail.Possible))]
    [InlineData("nowhere.org", nameof(DomainMail.None))]
    [InlineData("gmail.com", nameof(DomainMail.Possible))]
    [InlineData("example.org", nameof(DomainMail.Possible))]
    public async Task A_domain_takes_mail_as_the_DNS_says(string domain, string says)
    {
        using var dns = Filled();
        Assert.Equal(says, (await Of(dns).AskAsync(domain, Cancel)).ToString());
    }

    [Fact]
    public async Task A_resolver_of_a_closed_network_turns_nobody_away()
    {
        using var dns = Filled();
        dns.SaysZone = false;
        Assert.Equal(DomainMail.Possible, await Of(dns).AskAsync("nowhere.org", Cancel));
    }

    [Fact]
    public async Task Where_the_DNS_is_silent_one_waits_two_seconds_and_those_after_it_not_at_all()
    {
        using var dns = Filled();
        dns.IsSilent = true;
        var domains = Of(dns);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(DomainMail.Possible, await domains.AskAsync("nowhere.org", Cancel));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(4.5));
        Assert.Equal(DomainMail.Possible, await domains.AskAsync("nomail.org", Cancel));
        Assert.Equal(1, dns.Asked);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        using var dns = Filled();
        var domains = new MailDomains(
            dns.Client,
            Options.Create(new SignUpOptions { AsksDns = false }),
            new FakeTimeProvider()
        );
        Assert.Equal(DomainMail.Possible, await domains.AskAsync("nomail.org", Cancel));
        Assert.Equal(0, dns.Asked);
    }

    private static DnsServer Filled()
    {
        var dns = new DnsServer();
        dns.Exchanges["mail.org"] = "mx.mail.org";
        dns.Exchanges["nomail.org"] = ".";
        dns.Hosts.Add("host.org");
        return dns;
    }

    private static MailDomains Of(DnsServer dns) =>
        new(dns.Client, Options.Create(new SignUpOptions()), new FakeTimeProvider());
}
