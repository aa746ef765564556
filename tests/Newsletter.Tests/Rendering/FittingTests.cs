using System.Text;
using Newsletter.Columns;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>Issues that are longer than mail clients show.</summary>
public sealed class FittingTests
{
    [Fact]
    public void An_issue_too_long_for_gmail_is_shortened_and_says_where()
    {
        var issue = RenderWhole(Cases.Named("too-long"));
        Assert.InRange(Encoding.UTF8.GetByteCount(issue.Html), 60_000, 102_399);
        Assert.Contains(
            issue.Notices,
            notice => notice.Contains("\"Colonne 7\" is shortened", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(issue.Notices, notice => notice.Contains("\"Colonne 1\"", StringComparison.Ordinal));
        Assert.Contains("href=\"https://lettre.example.org/c/7\"", issue.Html, StringComparison.Ordinal);
        Assert.Contains(
            "Lire la suite de « Colonne 8 »".Replace("« ", "«\u00A0").Replace(" »", "\u00A0»"),
            issue.Html,
            StringComparison.Ordinal
        );
        Assert.Contains("https://lettre.example.org/c/7", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_web_nothing_is_shortened()
    {
        var issue = new IssueRenderer(Templates).RenderInFull(Cases.Named("too-long"));
        Assert.Empty(issue.Notices);
        Assert.True(issue.Html.Length > 120_000);
    }

    [Fact]
    public void A_short_issue_is_left_whole_and_nothing_is_said() =>
        Assert.Empty(RenderWhole(Cases.Named("several")).Notices);

    [Fact]
    public void One_endless_paragraph_is_cut_between_words()
    {
        var issue = Render(Cases.Named("one-endless-paragraph"));
        Assert.InRange(Encoding.UTF8.GetByteCount(issue.Html), 95_000, 102_399);
        Assert.Contains("…</p>", issue.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_too_long_keeps_its_first_rows()
    {
        var rows = Enumerable.Range(0, 3000).Select(n => (IReadOnlyList<TableCell>)[Cell($"Port {n}"), Cell("Brest")]);
        var issue = Render(Of("fr", Column("Long", new Block.Table([Cell("A"), Cell("B")], [.. rows], []))));
        Assert.Contains("Port 10<", issue.Html, StringComparison.Ordinal);
        Assert.Single(issue.Notices);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("digest")]
    [InlineData("erratum")]
    public void A_gallery_without_words_is_shortened_too(string template)
    {
        var gallery = Enumerable
            .Range(0, 400)
            .Select(n => new Block.Figure(new Picture($"https://example.org/{n}.jpg", "", 1200, 800), []));
        var issue = Render(Of("fr", Column("Photos", [.. gallery])) with { Template = template });
        Assert.InRange(Encoding.UTF8.GetByteCount(issue.Html), 2_000, 102_399);
        Assert.Contains("Lire la suite", issue.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_fits_with_the_line_ends_that_it_is_sent_with()
    {
        var lines = Enumerable.Range(0, 5000).Select(n => P($"Ligne {n}."));
        var html = Render(Of("fr", Column("Long", [.. lines]))).Html;
        Assert.InRange(Encoding.UTF8.GetByteCount(html.ReplaceLineEndings("\r\n")), 95_000, 102_399);
    }

    [Fact]
    public void A_digest_shows_no_gallery_whole()
    {
        var gallery = Enumerable
            .Range(0, 60)
            .Select(n => new Block.Figure(new Picture($"https://example.org/{n}.jpg", "", 1200, 800), []));
        var columns = Enumerable
            .Range(1, 2)
            .Select(n => Column($"Photos {n}", [P("Voici."), .. gallery]) with { Id = n });
        var html = Render(Of("fr", [.. columns]) with { Template = "digest" }).Html;
        Assert.InRange(html.Split("<img").Length - 1, 1, 10);
    }

    [Fact]
    public void A_column_whose_title_alone_is_too_long_is_refused_by_its_name()
    {
        var column = Column("t", P("Short.")) with { Standfirst = T(new string('s', 200_000)) };
        Assert.Contains(
            "without a word of its text",
            Assert.Throws<Refusal>(() => Render(Of("fr", column))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void More_titles_than_fit_are_refused()
    {
        var columns = Enumerable.Range(0, 400).Select(n => Column(new string('t', 300)) with { Id = n });
        Assert.Contains(
            "Carry fewer",
            Assert.Throws<Refusal>(() => Render(Of("fr", [.. columns]))).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>With a template that shows every column whole, so that only what does not fit is cut.</summary>
    private static RenderedIssue RenderWhole(RenderInput input)
    {
        using var templates = new TemplateCopy();
        File.Delete(templates.In("default", TemplateShape.FileName));
        return new IssueRenderer(new TemplateFolder(templates.Path)).Render(input);
    }
}
