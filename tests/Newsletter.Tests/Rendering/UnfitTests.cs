using Newsletter.Columns;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>What no mail may hold, although a column does: pictures that count, passwords, sentences for small marks.</summary>
public sealed class UnfitTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 200)]
    [InlineData(300, 1)]
    [InlineData(20_000, 10)]
    [InlineData(1, null)]
    public void A_picture_too_small_to_be_seen_is_left_out(int width, int? height)
    {
        var pixel = new Picture("https://count.example.org/p.gif", "p", width, height);
        var issue = Render(Of("en", Column("Title", new Block.Figure(pixel, T("Its caption")))));
        Assert.DoesNotContain("count.example.org", issue.Html + issue.Text, StringComparison.Ordinal);
        Assert.Contains("Its caption", issue.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(null, null)]
    [InlineData(0, 0)]
    [InlineData(20_000, 15_000)]
    public void Any_other_is_shown(int? width, int? height)
    {
        var picture = new Picture("https://example.org/p.gif", "p", width, height);
        Assert.Contains(
            "src=\"https://example.org/p.gif\"",
            Render(Of("en", Column("Title", new Block.Figure(picture, [])))).Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_link_tells_nobody_a_password()
    {
        var html = Render(Of("en", Column("Title", P(A("https://me:secret@example.org/a?b=1", "this page"))))).Html;
        Assert.Contains("href=\"https://example.org/a?b=1\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mailto:")]
    [InlineData("tel:")]
    public void An_address_of_nobody_is_no_link(string address)
    {
        var html = Render(Of("en", Column("Title", P(A(address, "write to us"))))).Html;
        Assert.DoesNotContain($"href=\"{address}\"", html, StringComparison.Ordinal);
        Assert.Contains(">write to us</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_clients_cut_leaves_its_words()
    {
        var html = Render(Of("en", Column("Title", P(A("https://e.org/" + new string('q', 2000), "a map"))))).Html;
        Assert.Contains(">a map</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raised_sentence_is_text_and_a_raised_number_is_raised()
    {
        Inline[] run =
        [
            new Inline.Superscript(T("In the small print of those who do not want to be read.")),
            new Inline.Text(" 10"),
            new Inline.Superscript(T("3")),
        ];
        var html = Render(Of("en", Column("Title", P(run)))).Html;
        Assert.Contains(
            ">In the small print of those who do not want to be read. 10<sup",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_name_of_a_publication_is_set_and_never_an_essay()
    {
        var input = Of("fr", Column("Titre", P("Un.")));
        var title = string.Join(' ', Enumerable.Repeat("l'estuaire", 40));
        var issue = Render(
            input with
            {
                Publication = input.Publication with { Title = title, SenderName = "L'Association des marées" },
            }
        );
        Assert.Contains("l’estuaire…", issue.Text, StringComparison.Ordinal);
        Assert.Contains("Envoyée par L’Association des marées", issue.Text, StringComparison.Ordinal);
        var mail = new ServiceMailRenderer(Templates).Render(
            new ServiceMailInput(ServiceMailKind.Welcome, input.Publication with { Title = title })
        );
        Assert.InRange(mail.Subject.Length, 100, 150);
        Assert.InRange(mail.Preheader.Length, 100, 150);
    }

    [Fact]
    public void A_lone_link_in_a_table_is_as_high_as_anywhere() =>
        Assert.Contains(
            "line-height:1.5;border-collapse",
            Render(Of("en", Column("Title", HostileContent.NoHeader()))).Html,
            StringComparison.Ordinal
        );
}
