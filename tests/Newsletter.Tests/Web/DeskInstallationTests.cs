using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Messages;
using Newsletter.Staff;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class DeskInstallationTests
{
    private const string Here = "/desk/installation";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("right", "the login is accepted")]
    [InlineData("wrong", "refuses the login")]
    public async Task A_relay_is_tested_as_the_sender_would_and_no_password_is_shown(string password, string sentence)
    {
        await using var relay = SmtpServer.Start();
        relay.Login = ("ada", "right-secret");
        await using var site = await StartAsync(
            ("Relay:Host", "127.0.0.1"),
            ("Relay:Port", $"{relay.Port}"),
            ("Relay:User", "ada"),
            ("Relay:Password", $"{password}-secret")
        );
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        using var tested = await DeskSite.PostToAsync(admin, Here, $"{Here}?handler=Test", ("relay", "0"));
        var page = WebUtility.HtmlDecode(await tested.Content.ReadAsStringAsync(Cancel));
        Assert.Contains($"127.0.0.1:{relay.Port}", page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("-secret", page, StringComparison.Ordinal);
        Assert.Contains(relay.Commands, line => line.StartsWith("EHLO", StringComparison.Ordinal));
        Assert.Empty(relay.Mails);
        await using var db = site.Database.Open();
        var entry = await db.Set<AuditEntry>().SingleAsync(e => e.Act == "relay.test", Cancel);
        Assert.Contains(sentence, entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("-secret", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_is_not_there_is_said_so()
    {
        int port;
        await using (var gone = SmtpServer.Start())
            port = gone.Port;
        await using var site = await StartAsync(("Relay:Host", "127.0.0.1"), ("Relay:Port", $"{port}"));
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        using var tested = await DeskSite.PostToAsync(admin, Here, $"{Here}?handler=Test", ("relay", "0"));
        var page = await tested.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("refuses connections", page, StringComparison.Ordinal);
        Assert.Contains("to mend", page, StringComparison.Ordinal);
        using var none = await DeskSite.PostToAsync(admin, Here, $"{Here}?handler=Test", ("relay", "7"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task What_is_kept_and_for_how_long_is_shown()
    {
        await using var site = await StartAsync(("Retention:Pending", "12d"));
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        var page = await admin.GetStringAsync(new Uri(Here, UriKind.Relative), Cancel);
        Assert.Contains("<dd>12d</dd>", page, StringComparison.Ordinal);
        Assert.Contains("Messages are written to a folder", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_to_publish_is_the_one_that_mail_is_checked_with()
    {
        var folder = Directory.CreateTempSubdirectory("newsletter-keys-");
        var key = SomeKeys.Rsa(folder.FullName, "news1");
        await using var site = await StartAsync(
            ("Dkim:Domain", key.Domain!),
            ("Dkim:Selector", key.Selector!),
            ("Dkim:KeyFile", key.KeyFile!)
        );
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        var page = WebUtility.HtmlDecode(
            await admin.GetStringAsync(new Uri($"{Here}/signing", UriKind.Relative), Cancel)
        );
        using var loaded = DkimKey.Load(key)!;
        Assert.Contains("news1._domainkey.example.org", page, StringComparison.Ordinal);
        Assert.Contains($">v=DKIM1; k=rsa; p={loaded.PublicKey}<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_is_told_and_not_thrown()
    {
        await using var site = await StartAsync(
            ("Dkim:Domain", "example.org"),
            ("Dkim:Selector", "news1"),
            ("Dkim:KeyFile", "/nowhere/key.pem")
        );
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        var page = await admin.GetStringAsync(new Uri($"{Here}/signing", UriKind.Relative), Cancel);
        Assert.Contains("does not exist", page, StringComparison.Ordinal);
    }

    private static Task<DeskSite> StartAsync(params (string Name, string Value)[] settings) =>
        DeskSite.StartAsync(
            Provider.Sqlite,
            settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))
        );
}
