using Newsletter.Columns;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>How much of each column a template shows.</summary>
public sealed class TemplateShapeTests
{
    [Fact]
    public void Of_several_columns_the_first_is_whole_and_the_others_begin()
    {
        var issue = Render(Cases.Named("too-long"));
        Assert.True(issue.IsCut);
        Assert.Empty(issue.Notices);
        Assert.Equal(7, issue.Html.Split(">Lire la suite de").Length - 1);
        Assert.Contains("href=\"https://lettre.example.org/i/12#column-8\"", issue.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://lettre.example.org/c/7\"", issue.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_without_a_page_of_its_own_is_read_on_at_its_place_in_the_browser()
    {
        var web = new IssueRenderer(Templates).RenderInFull(Cases.Named("too-long"));
        Assert.Contains(" id=\"column-7\"", web.Html, StringComparison.Ordinal);
        Assert.False(web.IsCut);
    }

    [Fact]
    public void A_digest_begins_every_column_and_its_text_does_too()
    {
        var issue = Render(Cases.Named("too-long") with { Template = "digest" });
        Assert.Equal(8, issue.Html.Split(">Lire la suite de").Length - 1);
        Assert.InRange(issue.Text.Length, 3_000, 8_000);
        Assert.Single(issue.Html.Split("<h1").Skip(1));
    }

    [Fact]
    public void An_erratum_names_the_issue_that_it_corrects_and_leads_to_it()
    {
        var input = Of("fr", Column("Erratum", P("Le pont ouvre en mai, non en mars.")));
        var corrects = new CorrectedIssue(11, input.Issue.Date.AddDays(-7), "https://lettre.example.org/i/11");
        var issue = Render(input with { Template = "erratum", Issue = input.Issue with { Corrects = corrects } });
        Assert.Contains("Rectificatif au numéro 11 du jeudi 19 novembre 2026", issue.Html, StringComparison.Ordinal);
        Assert.Contains("Rectificatif au numéro 11 du jeudi 19 novembre 2026", issue.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://lettre.example.org/i/11\"", issue.Html, StringComparison.Ordinal);
        Assert.Contains("\nhttps://lettre.example.org/i/11\n", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_excerpt_refers_to_no_note_that_it_leaves_out()
    {
        Block[] blocks =
        [
            P([new Inline.Text("The bridge"), new Inline.NoteReference("1"), new Inline.Text(" opens.")]),
            P(Sentences(20)),
            new Block.Note("1", [P("The old one.")]),
        ];
        var issue = Render(Of("en", Column("First", P("Short.")), Column("Second", blocks) with { Id = 2 }));
        Assert.DoesNotContain("note 1", issue.Html + issue.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The bridge opens.", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_is_seen_in_every_mail()
    {
        var theme = Newsletter.Publications.Theme.Default with
        {
            Width = 520,
            SmallFont = "Verdana,sans-serif",
            Logo = new("https://example.org/l.png", 240, 80),
        };
        foreach (var template in (string[])["default", "digest", "erratum"])
        {
            var input = Cases.Named("pictures") with { Template = template };
            var html = Render(input with { Publication = input.Publication with { Theme = theme } }).Html;
            Assert.Contains("max-width:520px", html, StringComparison.Ordinal);
            Assert.Contains("font-family:Verdana,sans-serif", html, StringComparison.Ordinal);
            Assert.Contains(
                "src=\"https://example.org/l.png\" alt=\"La Lettre des marées\" width=\"240\"",
                html,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("Helvetica", html, StringComparison.Ordinal);
            Assert.DoesNotContain("width=\"592\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ \"lead\": \"some\" }", "line 1")]
    [InlineData("{ \"laed\": \"whole\" }", "line 1")]
    [InlineData("[]", "line 1")]
    [InlineData("{ \"excerpt\": -1 }", "0 to 100000")]
    public void A_shape_that_cannot_be_read_is_refused_by_name(string json, string said)
    {
        var refusal = Assert.Throws<Refusal>(() => TemplateShape.Parse(json, "/templates/mine/template.json"));
        Assert.Contains("/templates/mine/template.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }
}
