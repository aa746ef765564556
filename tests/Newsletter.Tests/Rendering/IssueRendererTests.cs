using System.Diagnostics;
using System.Text;
using Newsletter.Columns;
using Newsletter.Rendering;
using Newsletter.Tests.Columns.Sources;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

public sealed class IssueRendererTests
{
    [Theory]
    [InlineData("full-fr")]
    [InlineData("too-long")]
    [InlineData("hostile-text")]
    public void Equal_input_gives_equal_bytes(string name)
    {
        var first = Render(Cases.Named(name));
        var second = new IssueRenderer(new TemplateFolder(Path.Combine(AppContext.BaseDirectory, "templates"))).Render(
            Cases.Named(name)
        );
        Assert.Equal(first.Html, second.Html);
        Assert.Equal(first.Text, second.Text);
    }

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

    [Fact]
    public void An_issue_without_a_column_is_refused() => Assert.Throws<Refusal>(() => Render(Of("fr")));

    [Theory]
    [InlineData("full-fr")]
    [InlineData("hostile-words")]
    [InlineData("control-characters")]
    public void The_reader_leaves_by_one_mark_in_each_part(string name)
    {
        var issue = Render(Cases.Named(name));
        Assert.Equal(1, Count(issue.Html, $"href=\"{Mark.UnsubscribeUrl}\""));
        Assert.Equal(1, Count(issue.Text, $"\n{Mark.UnsubscribeUrl}\n"));
        Assert.Equal(1, Count(issue.Html, Mark.Opening.ToString()));
        Assert.Equal(1, Count(issue.Text, Mark.Opening.ToString()));
        Assert.DoesNotContain(Mark.Opening, issue.Subject);
    }

    [Fact]
    public void The_subject_is_the_leads_title_set_and_on_one_line() =>
        Assert.Equal("Un ti tre unsubscribe_url fin", Render(Cases.Named("control-characters")).Subject);

    [Theory]
    [MemberData(nameof(Rules.RuleTests.Names), MemberType = typeof(Rules.RuleTests))]
    public void The_preheader_says_something_and_not_too_much(string name) =>
        Assert.InRange(Render(Cases.Named(name)).Preheader.Length, 20, 131);

    [Fact]
    public void What_a_person_wrote_is_kept_and_set()
    {
        var input = Cases.Named("minimal");
        var issue = Render(
            input with
            {
                Issue = input.Issue with { Subject = "Vite: lisez!", Preheader = "Une ligne à soi, assez longue?" },
            }
        );
        Assert.Equal("Vite\u00A0: lisez\u202F!", issue.Subject);
        Assert.Equal("Une ligne à soi, assez longue\u202F?", issue.Preheader);
    }

    [Theory]
    [InlineData("fr", "Par Ana, Bo et Chloé")]
    [InlineData("en", "By Ana, Bo, and Chloé")]
    public void Authors_are_joined_as_the_language_joins_them(string language, string line)
    {
        var column = Column("Titre", P("Texte.")) with
        {
            Authors = [new Byline("Ana"), new Byline("Bo"), new Byline("Chloé")],
        };
        var issue = Render(Of(language, column));
        Assert.Contains(line, issue.Html, StringComparison.Ordinal);
        Assert.Contains(line, issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_is_that_of_the_publication()
    {
        var input = Cases.Named("minimal");
        var late = input with
        {
            Issue = input.Issue with { Date = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero) },
        };
        Assert.Contains("vendredi 1er janvier 2027", Render(late).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2026-01-31T00:30:00Z")]
    [InlineData("2026-01-31 23:30 -05:00")]
    public void A_column_keeps_the_day_it_was_given_wherever_the_publication_is(string written)
    {
        var draft = DraftText.OfMarkdown($"---\ntitle: T\ndate: {written}\n---\nText.\n");
        var input = Of("en", Column("Title", P("Text.")) with { Date = draft.Date });
        var issue = Render(input with { Publication = input.Publication with { TimeZone = "America/New_York" } });
        Assert.Contains("Saturday 31 January 2026", issue.Html, StringComparison.Ordinal);
        Assert.Contains("Saturday 31 January 2026", issue.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ffff00")]
    [InlineData("#777777")]
    [InlineData("#000000")]
    [InlineData("#ff8800")]
    public void Whatever_the_accent_its_text_can_be_read(string accent)
    {
        var input = Cases.Named("full-fr");
        var html = Render(
            input with
            {
                Publication = input.Publication with { Theme = Theme.Default with { Accent = accent } },
            }
        ).Html;
        var contrast = Rules.ContentRules.All.Single(rule => rule.Name == "contrast is 4.5:1");
        Assert.Empty(contrast.Faults(new Rules.Mail(html, "fr")));
    }

    [Fact]
    public void A_colour_that_is_none_is_refused_by_its_name()
    {
        var input = Cases.Named("minimal");
        var refusal = Assert.Throws<Refusal>(() =>
            Render(input with { Publication = input.Publication with { Theme = Theme.Default with { Ink = "black" } } })
        );
        Assert.Contains("ink \"black\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_long_columns_are_rendered_in_little_time()
    {
        var input = Of(
            "fr",
            [
                .. Enumerable
                    .Range(1, 10)
                    .Select(n => Column($"Colonne {n}", [.. Enumerable.Range(0, 25).Select(_ => P(Sentences(3)))])),
            ]
        );
        for (var turn = 0; turn < 5; turn++)
            Render(input);
        var watch = Stopwatch.StartNew();
        Render(input);
        Assert.True(watch.ElapsedMilliseconds < 500, $"It took {watch.ElapsedMilliseconds} ms.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalMilliseconds} ms");
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>With a template that shows every column whole, so that only what does not fit is cut.</summary>
    private static RenderedIssue RenderWhole(RenderInput input)
    {
        using var templates = new TemplateCopy();
        File.Delete(templates.In("default", TemplateShape.FileName));
        return new IssueRenderer(new TemplateFolder(templates.Path)).Render(input);
    }
}
