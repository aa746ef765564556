using Newsletter.Columns;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>Where a column's links lead, and what they say, in both parts.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("http://www.example.org/a?b=1", "https://www.example.org/a?b=1")]
    [InlineData("https://example.org/", "https://example.org/")]
    [InlineData("http://example.org:8080/a", "http://example.org:8080/a")]
    [InlineData("http://192.0.2.1/a", "http://192.0.2.1/a")]
    [InlineData("http://printer.local/a", "http://printer.local/a")]
    [InlineData("http://intranet/a", "http://intranet/a")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("https://exämple.org/ü a", "https://xn--exmple-cua.org/%C3%BC%20a")]
    public void A_link_to_a_public_page_is_https(string written, string kept)
    {
        var issue = Render(Of("en", Column("Links", P(A(written, "the report of the harbour")))));
        Assert.Contains($"href=\"{kept}\"", issue.Html, StringComparison.Ordinal);
        Assert.Contains(kept.Replace("mailto:", "", StringComparison.Ordinal), issue.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cliquez ici", "cliquez ici (example.org)")]
    [InlineData("Ici", "Ici (example.org)")]
    [InlineData("Lire la suite…", "Lire la suite… (example.org)")]
    [InlineData("ici à Brest", "ici à Brest")]
    [InlineData("le rapport", "le rapport")]
    [InlineData("https://www.example.org/rapport", "www.example.org/rapport")]
    [InlineData("http://example.org/", "example.org")]
    [InlineData("https://", "www.example.org/rapport")]
    [InlineData("Go", "Go")]
    [InlineData("", "www.example.org/rapport")]
    public void A_link_says_where_it_leads(string written, string said)
    {
        var issue = Render(
            Of("fr", Column("Liens", P(A("https://www.example.org/rapport", written), new Inline.Text(" demain."))))
        );
        Assert.Contains($">{said}</a> demain.", issue.Html, StringComparison.Ordinal);
        Assert.Contains("https://www.example.org/rapport", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_to_call_holds_no_blank() =>
        Assert.Contains(
            "href=\"tel:+33298000000\"",
            Issues
                .Render(Issues.Of("fr", Issues.Column("T", Issues.P(Issues.A("tel:+33 2 98%2000 00 00", "Appeler")))))
                .Html,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_link_that_says_its_address_has_no_number_in_the_text()
    {
        var issue = Render(Of("en", Column("Links", P(A("http://example.org/a", "http://example.org/a")))));
        Assert.Contains("\nhttps://example.org/a\n", issue.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_are_joined_say_where_they_lead_as_one()
    {
        var address = "https://example.org/a";
        var issue = Render(
            Of("fr", Column("Liens", P(A(address, "Cliquez"), A(address, " ici"), new Inline.Text("."))))
        );
        Assert.Contains(">Cliquez ici (example.org)</a>.", issue.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_beside_one_another_to_one_place_are_one()
    {
        var issue = Render(
            Of(
                "en",
                Column(
                    "Links",
                    P(
                        A("https://example.org/a", "the report"),
                        new Inline.Text(" "),
                        A("https://example.org/a", "of May"),
                        A("https://example.org/b", ", and June")
                    )
                )
            )
        );
        Assert.Contains(">the report of May</a><a ", issue.Html, StringComparison.Ordinal);
        Assert.Contains("the report of May\u00A0[1], and June\u00A0[2]", issue.Text, StringComparison.Ordinal);
    }
}
