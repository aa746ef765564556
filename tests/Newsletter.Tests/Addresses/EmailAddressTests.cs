using Newsletter.Addresses;

namespace Newsletter.Tests.Addresses;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("anna@example.org", "anna@example.org")]
    [InlineData("  Anna.Ray+news@Example.ORG ", "anna.ray+news@example.org")]
    [InlineData("o'neil@example.org", "o'neil@example.org")]
    [InlineData("a@bücher.example", "a@xn--bcher-kva.example")]
    [InlineData("a@BÜCHER.example", "a@xn--bcher-kva.example")]
    [InlineData("a@xn--bcher-kva.example", "a@xn--bcher-kva.example")]
    [InlineData("ÉLODIE@example.org", "élodie@example.org")]
    [InlineData("用户@例え.テスト", "用户@xn--r8jz45g.xn--zckzah")]
    [InlineData("a@b.c1", "a@b.c1")]
    [InlineData("a.b-c_d!#$%&'*/=?^`{|}~@sub.example.co.uk", "a.b-c_d!#$%&'*/=?^`{|}~@sub.example.co.uk")]
    [InlineData("1@2.example", "1@2.example")]
    public void An_address_is_compared_by_its_key(string text, string key) =>
        Assert.Equal(key, EmailAddress.Parse(text).Key);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("anna")]
    [InlineData("@example.org")]
    [InlineData("anna@")]
    [InlineData("anna@localhost")]
    [InlineData("anna@example.org.")]
    [InlineData("anna@.example.org")]
    [InlineData("anna@example..org")]
    [InlineData("anna@-example.org")]
    [InlineData("anna@example-.org")]
    [InlineData("anna@exa_mple.org")]
    [InlineData("anna@exa mple.org")]
    [InlineData("anna@192.0.2.1")]
    [InlineData("anna@[192.0.2.1]")]
    [InlineData(".anna@example.org")]
    [InlineData("anna.@example.org")]
    [InlineData("an..na@example.org")]
    [InlineData("an na@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("\"anna\"@example.org")]
    [InlineData("anna(x)@example.org")]
    [InlineData("anna,bob@example.org")]
    [InlineData("anna@example.org,bob@example.org")]
    [InlineData("anna@example.org\r\nBcc: x@example.org")]
    [InlineData("an\0na@example.org")]
    [InlineData("an\u202Ena@example.org")]
    [InlineData("anna\uFFFD@example.org")]
    [InlineData("an\uE000na@example.org")]
    [InlineData("anna@exam\u200Bple.org\u0000")]
    public void What_is_no_address_is_refused_with_a_sentence(string? text)
    {
        Assert.False(EmailAddress.TryParse(text, out _, out var why));
        Assert.EndsWith(".", why, StringComparison.Ordinal);
        Assert.DoesNotContain(why, char.IsControl);
    }

    [Fact]
    public void A_lone_half_of_a_character_is_refused_and_does_not_throw()
    {
        Assert.False(EmailAddress.TryParse("an\uD800na@example.org", out _));
        Assert.False(EmailAddress.TryParse("anna@ex\uDC00mple.org", out _));
    }

    [Fact]
    public void The_longest_address_is_taken_and_one_more_character_is_not()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 62), 3)) + ".a";
        var local = new string('l', 64);
        Assert.Equal(255, $"{local}@{domain}".Length);
        Assert.False(EmailAddress.TryParse($"{local}@{domain}", out _));
        Assert.True(EmailAddress.TryParse($"{local[1..]}@{domain}", out _));
        Assert.False(EmailAddress.TryParse($"{local}l@example.org", out _));
        Assert.False(EmailAddress.TryParse($"a@{new string('d', 64)}.org", out _));
    }

    [Fact]
    public void Two_ways_to_write_an_accent_are_one_reader()
    {
        Assert.Equal(EmailAddress.Parse("e\u0301lodie@example.org"), EmailAddress.Parse("élodie@example.org"));
        Assert.Equal(
            EmailAddress.Parse("e\u0301lodie@example.org").GetHashCode(),
            EmailAddress.Parse("Élodie@EXAMPLE.org").GetHashCode()
        );
    }

    [Fact]
    public void The_envelope_has_the_local_part_as_typed_and_the_domain_in_ASCII()
    {
        var address = EmailAddress.Parse("Anna@Bücher.example");
        Assert.Equal(("Anna@xn--bcher-kva.example", "Anna@Bücher.example"), (address.Wire, address.ToString()));
        Assert.False(address.NeedsSmtpUtf8);
        Assert.True(EmailAddress.Parse("Élodie@example.org").NeedsSmtpUtf8);
    }

    [Fact]
    public void The_Turkish_I_does_not_depend_on_the_machines_language()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("info@inbox.example", EmailAddress.Parse("INFO@INBOX.example").Key);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
