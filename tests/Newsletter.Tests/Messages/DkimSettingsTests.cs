using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Messages;

/// <summary>Which key signs whose mail.</summary>
public sealed class DkimSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsletter-keys-").FullName;

    [Fact]
    public void The_singular_names_are_entry_0_and_the_others_follow_in_their_order()
    {
        var settings = Read(
            ("Dkim:Domain", "example.org"),
            ("Dkim:Selector", "news1"),
            ("Dkims:0:Omit", "Date, Message-ID"),
            ("Dkims:10:Domain", "c.example"),
            ("Dkims:2:Domain", "b.example"),
            ("Dkims:2:Signs", "false")
        );
        Assert.Equal(["example.org", "b.example", "c.example"], settings.Keys.Select(key => key.Domain));
        Assert.Equal(["Dkims__0", "Dkims__2", "Dkims__10"], settings.Keys.Select(key => key.Setting));
        Assert.Equal(["Date", "Message-ID"], settings.Keys[0].Omitted);
        Assert.Equal([true, false, true], settings.Keys.Select(key => key.Signs));
    }

    [Theory]
    [InlineData("Dkims:1:Domain", "example.org", "Dkims__1__Selector is missing")]
    [InlineData("Dkims:1:Domain", "no domain", "Dkims__1__Domain is \"no domain\"")]
    [InlineData("Dkim:Omit", "From", "Dkim__Omit names \"From\"")]
    [InlineData("Dkim:Omit", "Date,List-Unsubscribe", "Dkim__Omit names \"List-Unsubscribe\"")]
    [InlineData("Dkim:Omit", "Sneeze", "Dkim__Omit names \"Sneeze\"")]
    public void A_wrong_setting_is_named(string setting, string value, string said)
    {
        var settings = Read(
            ("Dkim:Domain", "example.org"),
            ("Dkim:Selector", "news1"),
            ("Dkim:KeyFile", "key.pem"),
            (setting, value)
        );
        var result = new DkimSettingsCheck().Validate(null, settings);
        Assert.StartsWith(said, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_of_one_domain_have_selectors_of_their_own()
    {
        using var same = new Keyring(SomeKeys.Rsa(folder, "news1"), SomeKeys.Rsa(folder, "news1"));
        var result = new DkimSettingsCheck().Validate(null, same.Settings);
        Assert.Contains("both name news1._domainkey.example.org", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.org", "org")]
    [InlineData("news.example.org", "org")]
    [InlineData("deep.sub.example.org", "sub")]
    [InlineData("sub.example.org", "sub")]
    [InlineData("notexample.org", "")]
    [InlineData("example.com", "")]
    [InlineData("relayed.example.org", "")]
    [InlineData("below.relayed.example.org", "")]
    public void The_nearest_key_at_or_above_the_sender_signs(string sender, string selector)
    {
        using var ring = new Keyring(
            SomeKeys.Rsa(folder, "org"),
            SomeKeys.Rsa(folder, "sub", "sub.example.org"),
            new DkimOptions { Domain = "relayed.example.org", Signs = false }
        );
        Assert.True(new DkimSettingsCheck().Validate(null, ring.Settings).Succeeded);
        Assert.Equal(selector, string.Concat(ring.Keys.For(sender).Select(key => key.Selector)));
    }

    [Fact]
    public void A_new_key_is_published_ahead_and_takes_over_when_it_is_told_to()
    {
        var (old, next) = (SomeKeys.Rsa(folder, "news1"), SomeKeys.Rsa(folder, "news2"));
        next.Signs = false;
        using (var before = new Keyring(old, next))
        {
            Assert.Equal("news1", Assert.Single(before.Keys.For("example.org")).Selector);
            Assert.Equal(2, before.Keys.Keys.Count);
        }

        (old.Signs, next.Signs) = (false, true);
        using var after = new Keyring(old, next);
        Assert.Equal("news2", Assert.Single(after.Keys.For("example.org")).Selector);
    }

    [Fact]
    public void Ed25519_signs_beside_rsa_which_stands_first()
    {
        using var ring = new Keyring(
            SomeKeys.Ed25519(folder, "e1"),
            SomeKeys.Rsa(folder, "r1"),
            SomeKeys.Rsa(folder, "r2"),
            SomeKeys.Ed25519(folder, "e2")
        );
        Assert.Equal(["r1", "e1"], ring.Keys.For("example.org").Select(key => key.Selector));
    }

    [Fact]
    public async Task What_a_relay_rewrites_can_be_left_out_of_the_signature()
    {
        var (kept, omitting) = (SomeKeys.Rsa(folder, "all"), SomeKeys.Rsa(folder, "ses", "example.com"));
        omitting.Omit = "message-id, Date";
        var mails = Directory.CreateDirectory(Path.Combine(folder, "mails")).FullName;
        using var ring = new Keyring(kept, omitting);
        foreach (var domain in new[] { "example.org", "example.com" })
        {
            var content = DeliveryBench.Content() with { FromAddress = $"a@{domain}" };
            var bytes = new MessageWriter(content, 1, ring.Keys.For(domain))
                .Write(
                    new Reader(EmailAddress.Parse("r@example.net"), "R", "https://example.org/u"),
                    new MessageIdentity($"1.a@{domain}", DateTimeOffset.UnixEpoch)
                )
                .Bytes;
            var text = System.Text.Encoding.ASCII.GetString(bytes);
            await File.WriteAllTextAsync(
                Path.Combine(mails, domain),
                text.Replace("1.a@", "0100-ses@", StringComparison.Ordinal),
                TestContext.Current.CancellationToken
            );
        }

        var verified = await Dkimpy.VerifyAsync(mails, SomeKeys.Records(kept, omitting));

        Assert.Equal(["rsa-sha256 pass"], verified["example.com"]);
        Assert.Equal(["rsa-sha256 fail"], verified["example.org"]);
    }

    [Fact]
    public async Task A_header_that_holds_an_address_outside_ascii_is_signed_as_it_stands()
    {
        var (rsa, ed25519) = (SomeKeys.Rsa(folder, "r"), SomeKeys.Ed25519(folder, "e"));
        using var ring = new Keyring(rsa, ed25519);
        var mails = Directory.CreateDirectory(Path.Combine(folder, "utf8")).FullName;
        var message = new MessageWriter(
            DeliveryBench.Content() with
            {
                FromAddress = "été@example.org",
            },
            1,
            ring.Keys.For("example.org")
        ).Write(
            new Reader(EmailAddress.Parse("élodie@bücher.example"), "Élodie", "https://example.org/u"),
            new MessageIdentity("1.a@example.org", DateTimeOffset.UnixEpoch)
        );
        await File.WriteAllBytesAsync(Path.Combine(mails, "one"), message.Bytes, TestContext.Current.CancellationToken);
        var records = SomeKeys.Records(rsa, ed25519);

        Assert.Equal(["rsa-sha256 pass", "ed25519-sha256 pass"], (await Dkimpy.VerifyAsync(mails, records))["one"]);
        Assert.Equal(["rsa-sha256 pass", "ed25519-sha256 pass"], (await Mailauth.VerifyAsync(mails, records))["one"]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static DkimSettings Read(params (string Name, string Value)[] values)
    {
        var settings = new DkimSettings();
        settings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value)))
                .Build()
        );
        return settings;
    }

    private sealed class Keyring : IDisposable
    {
        public Keyring(params DkimOptions[] options)
        {
            foreach (var one in options)
                Settings.Keys.Add(one);
            Keys = new DkimKeyring(Options.Create(Settings));
        }

        public DkimSettings Settings { get; } = new();

        public DkimKeyring Keys { get; }

        public void Dispose() => Keys.Dispose();
    }
}
