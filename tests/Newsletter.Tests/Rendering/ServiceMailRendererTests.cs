using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering;

public sealed class ServiceMailRendererTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in Enum.GetNames<ServiceMailKind>())
            {
                foreach (var language in (string[])["fr", "en", "ar"])
                    all.Add(kind, language);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Both_parts_say_the_same(string kind, string language)
    {
        var mail = Render(Enum.Parse<ServiceMailKind>(kind), language);
        Assert.Contains(Issues.Publication(language).Title, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("12, quai des Brumes", mail.Html, StringComparison.Ordinal);
        Assert.Contains("12, quai des Brumes", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", mail.Html + mail.Text + mail.Subject + mail.Preheader, StringComparison.Ordinal);
        foreach (var mark in (string[])[Mark.ActionUrl, Mark.UnsubscribeUrl, Mark.PreferencesUrl])
            Assert.Equal(
                mail.Html.Contains(mark, StringComparison.Ordinal),
                mail.Text.Contains(mark, StringComparison.Ordinal)
            );
    }

    [Fact]
    public void A_confirmation_repeats_the_sentence_and_offers_nothing_to_leave()
    {
        var mail = Render(ServiceMailKind.Confirm, "fr");
        Assert.Contains("J’accepte de recevoir la lettre : tous les mois.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("> J’accepte de recevoir la lettre : tous les mois.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Mark.ActionUrl}\"", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Mark.UnsubscribeUrl, mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_welcome_can_be_left_and_has_a_button_only_where_there_is_something_to_read()
    {
        var mail = Render(ServiceMailKind.Welcome, "en");
        Assert.Contains("href=\"https://lettre.example.org/i/11\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains(Mark.UnsubscribeUrl, mail.Text, StringComparison.Ordinal);
        var without = new ServiceMailRenderer(Issues.Templates).Render(
            new ServiceMailInput(ServiceMailKind.Welcome, Issues.Publication("en"))
        );
        Assert.DoesNotContain("Read the latest issue", without.Html + without.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_language_has_no_words_the_mail_is_English_and_only_the_sentence_is_not()
    {
        var mail = new ServiceMailRenderer(Issues.Templates).Render(
            new ServiceMailInput(ServiceMailKind.Confirm, Issues.Publication("ar"), "أوافق على تلقي الرسالة.")
        );
        Assert.Equal("en", mail.Language);
        Assert.Contains("<html lang=\"en\" dir=\"ltr\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<blockquote lang=\"ar\" dir=\"rtl\" ", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar", "right")]
    [InlineData("de", "left")]
    [InlineData("fr", "left")]
    public void The_bar_of_the_sentence_stands_where_its_lines_begin(string language, string side)
    {
        var quotation = new Rules.Mail(Render(ServiceMailKind.Confirm, language).Html).Page.QuerySelector(
            "blockquote"
        )!;
        Assert.Equal("20px", Rules.Mail.Css(quotation, $"padding-{side}"));
        Assert.NotNull(Rules.Mail.Css(quotation, $"border-{side}"));
    }

    [Fact]
    public void A_name_that_is_written_the_other_way_is_isolated_in_each_sentence()
    {
        var mail = Titled("رسالة المد", "ar", logo: null);
        const string Isolated = "\u2068رسالة المد\u2069";
        Assert.Equal($"Confirm your subscription to {Isolated}", mail.Subject);
        Assert.Contains($"to receive {Isolated}. If", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"to receive {Isolated}. If", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_written_like_the_sentence_stands_as_it_is()
    {
        var mail = Titled("Der Gezeitenbrief", "de", logo: null);
        Assert.DoesNotContain('\u2068', mail.Subject + mail.Html + mail.Text);
    }

    [Fact]
    public void The_title_above_an_English_mail_is_in_the_language_of_the_publication()
    {
        var page = new Rules.Mail(Titled("رسالة المد", "ar", logo: null).Html).Page;
        var title = page.QuerySelector("p.accent > [lang=ar][dir=rtl]");
        Assert.Equal("رسالة المد", title?.TextContent);
    }

    [Fact]
    public void So_is_the_logo_that_stands_for_it()
    {
        var page = new Rules.Mail(
            Titled("رسالة المد", "ar", new("https://lettre.example.org/l.png", 240, 80)).Html
        ).Page;
        Assert.Equal("رسالة المد", page.QuerySelector("img[lang=ar][dir=rtl]")?.GetAttribute("alt"));
    }

    [Fact]
    public void A_template_that_decides_by_reader_is_refused()
    {
        using var templates = new TemplateCopy();
        File.WriteAllText(templates.In("confirm", "mail.html"), "{{ if reader.name }}Dear{{ end }}");
        var refusal = Assert.Throws<Refusal>(() =>
            new ServiceMailRenderer(new TemplateFolder(templates.Path)).Render(
                new ServiceMailInput(ServiceMailKind.Confirm, Issues.Publication())
            )
        );
        Assert.Contains("confirm decides by reader", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_not_there_is_named()
    {
        using var templates = new TemplateCopy();
        Directory.Delete(templates.In("goodbye"), recursive: true);
        var refusal = Assert.Throws<Refusal>(() =>
            new ServiceMailRenderer(new TemplateFolder(templates.Path)).Render(
                new ServiceMailInput(ServiceMailKind.Goodbye, Issues.Publication())
            )
        );
        Assert.Contains(templates.In("goodbye", "mail.html"), refusal.Message, StringComparison.Ordinal);
    }

    private static RenderedServiceMail Titled(string title, string language, Logo? logo) =>
        new ServiceMailRenderer(Issues.Templates).Render(
            new ServiceMailInput(
                ServiceMailKind.Confirm,
                Issues.Publication(language) with
                {
                    Title = title,
                    Theme = Theme.Default with { Logo = logo },
                }
            )
        );

    private static RenderedServiceMail Render(ServiceMailKind kind, string language) =>
        new ServiceMailRenderer(Issues.Templates).Render(
            new ServiceMailInput(
                kind,
                Issues.Publication(language),
                "J'accepte de recevoir la lettre : tous les mois.",
                "https://lettre.example.org/i/11"
            )
        );
}
