using System.Diagnostics;
using Newsletter.Columns;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Tests.Columns.Sources;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

public sealed class IssueRendererTests
{
    public static TheoryData<string> Names => [.. Cases.Names];

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
        Assert.Equal(1, Count(issue.Html, $"href=\"{Mark.PreferencesUrl}\""));
        Assert.Equal(1, Count(issue.Text, $"\n{Mark.PreferencesUrl}\n"));
        Assert.Equal(2, Count(issue.Html, Mark.Opening.ToString()));
        Assert.Equal(2, Count(issue.Text, Mark.Opening.ToString()));
        Assert.DoesNotContain(Mark.Opening, issue.Subject);
    }

    [Fact]
    public void The_subject_is_the_leads_title_set_and_on_one_line() =>
        Assert.Equal("Un ti tre unsubscribe_url fin", Render(Cases.Named("control-characters")).Subject);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_preheader_says_something_and_not_too_much(string name) =>
        Assert.InRange(Render(Cases.Named(name)).Preheader.Length, 20, 131);

    [Fact]
    public void Breaks_make_one_empty_line_at_most_wherever_they_stand()
    {
        var br = new Inline.LineBreak();
        var html = Render(
            Of(
                "fr",
                Column(
                    "Titre",
                    P([
                        new Inline.Text("Un"),
                        new Inline.Strong([br, br, .. T("deux"), br]),
                        br,
                        br,
                        br,
                        new Inline.Emphasis([br]),
                        .. T("trois"),
                    ])
                )
            )
        ).Html;
        Assert.Contains(">Un<br><br><strong>deux</strong><br><br>trois</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_preheader_does_not_say_the_subject_again()
    {
        var column = Column(
            "La mer monte encore cette année",
            P("La mer monte encore cette année"),
            P("Brest attend.")
        );
        Assert.StartsWith("Brest attend. · ", Render(Of("fr", column)).Preheader, StringComparison.Ordinal);
    }

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

    [Theory]
    [InlineData("default")]
    [InlineData("digest")]
    [InlineData("erratum")]
    public void English_words_amid_another_language_are_read_as_English(string template)
    {
        var mail = new Rules.Mail(Render(Cases.Named("arabic") with { Template = template }).Html, "ar");
        var said = Rules.WordsRules.SaidIn(mail).ToList();
        Assert.True(said.Count >= 6, $"Of the words only {said.Count} were found.");
        Assert.All(said, text => Assert.Equal("en", text.ParentElement!.Closest("[lang]")!.GetAttribute("lang")));
    }

    [Fact]
    public void Words_amid_a_column_of_another_language_keep_their_own()
    {
        var column = Column("שלום", new Block.Embed("https://video.example.org/w/1", "גאות", "PeerTube")) with
        {
            Language = "he",
            Date = new DateOnly(2026, 11, 1),
        };
        var page = new Rules.Mail(Render(Of("fr", column)).Html, "fr").Page;
        Assert.Equal("Voir sur PeerTube", page.QuerySelector("div[lang=he] .button [lang=fr][dir=ltr]")?.TextContent);
        Assert.Equal("dimanche 1er novembre 2026", page.QuerySelector("div[lang=he] p > [lang=fr]")?.TextContent);
        // Behind the column all is French again.
        Assert.Equal(2, page.QuerySelectorAll("body [lang=fr] [lang=fr]").Length);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
