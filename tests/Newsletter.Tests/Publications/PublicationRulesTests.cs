using Newsletter.Publications;

namespace Newsletter.Tests.Publications;

public sealed class PublicationRulesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("the-weekly")]
    [InlineData("a--b")]
    [InlineData("xn-2026")]
    public void A_slug_is_kept_as_given(string slug) => Assert.Equal(slug, PublicationRules.Slug($" {slug} "));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("a\nb")]
    [InlineData("a/b")]
    [InlineData("unsubscribe")]
    [InlineData("confirm")]
    [InlineData("my-data")]
    public void What_cannot_be_a_slug_is_refused(string? slug) =>
        Assert.Throws<Refusal>(() => PublicationRules.Slug(slug));

    [Fact]
    public void A_slug_is_one_label_of_63_characters_at_most()
    {
        Assert.Equal(63, PublicationRules.Slug(new string('a', 63)).Length);
        Assert.Throws<Refusal>(() => PublicationRules.Slug(new string('a', 64)));
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData(" FR ", "fr")]
    [InlineData("fr-FR", "fr")]
    [InlineData("en_GB", "en")]
    [InlineData("br", "br")]
    [InlineData("pt-BR", "pt")]
    [InlineData("zh-Hans", "zh")]
    public void A_language_is_kept_as_two_letters(string given, string kept) =>
        Assert.Equal(kept, PublicationRules.Language(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("french")]
    [InlineData("xx")]
    [InlineData("f")]
    [InlineData("fr-")]
    [InlineData("iv")]
    public void What_is_no_language_is_refused(string? language) =>
        Assert.Throws<Refusal>(() => PublicationRules.Language(language));

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/New_York")]
    [InlineData("Etc/UTC")]
    public void A_time_zone_is_kept_by_its_name(string zone) => Assert.Equal(zone, PublicationRules.Zone(zone));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Paris")]
    [InlineData("Europe/Nowhere")]
    [InlineData("../../etc/passwd")]
    [InlineData("GMT+1:00 or so")]
    public void What_is_no_time_zone_is_refused(string? zone) =>
        Assert.Throws<Refusal>(() => PublicationRules.Zone(zone));

    [Fact]
    public void A_title_is_one_line_of_200_characters_at_most()
    {
        Assert.Equal("T", PublicationRules.Title(" T "));
        Assert.Throws<Refusal>(() => PublicationRules.Title(" "));
        Assert.Throws<Refusal>(() => PublicationRules.Title("a\nb"));
        Assert.Throws<Refusal>(() => PublicationRules.Title("a\u2028b"));
        Assert.Throws<Refusal>(() => PublicationRules.Title("a\uE000b\uE001"));
        Assert.Throws<Refusal>(() => PublicationRules.Title(new string('t', 201)));
    }

    [Fact]
    public void A_postal_address_keeps_its_lines_however_they_were_given()
    {
        Assert.Equal("A\nB\nC", PublicationRules.PostalAddress("A\r\nB\\nC\n"));
        Assert.Null(PublicationRules.PostalAddress("  "));
        Assert.Throws<Refusal>(() => PublicationRules.PostalAddress(new string('x', 501)));
    }

    [Theory]
    [InlineData("Bounce.Example.org", "bounce.example.org")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_bounce_domain_is_kept_in_ASCII(string? given, string? kept) =>
        Assert.Equal(kept, PublicationRules.Domain(given));

    [Theory]
    [InlineData("localhost")]
    [InlineData("a@b.example")]
    [InlineData("-.example")]
    public void What_is_no_domain_is_refused(string domain) =>
        Assert.Throws<Refusal>(() => PublicationRules.Domain(domain));
}
