using Newsletter.Columns;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>What says nothing leaves nothing behind: no empty line, no empty item, no mark around nothing.</summary>
public sealed class NothingTests
{
    private static readonly Picture s_lost = new("local/picture.jpg", "");

    [Fact]
    public void Blocks_without_a_word_leave_one_empty_line()
    {
        var decoration = new Block.Figure(new Picture("https://example.org/line.png", "", 300, 200), []);
        var text = Plain(P("Before."), new Block.Quotation([decoration, decoration]), decoration, P("After."));
        Assert.Contains("Before.\n\nAfter.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u00AD \u2060")]
    [InlineData("\u200F\uFE0F")]
    [InlineData("\u3000")]
    public void What_cannot_be_seen_is_no_paragraph(string unseen)
    {
        var issue = Render(Of("en", Column("Title", P("One."), P(unseen), H(2, unseen), P("Two."))));
        Assert.Contains("One.\n\nTwo.", issue.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2", issue.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_author_and_a_title_that_cannot_be_seen_are_none()
    {
        var issue = Render(
            Of("en", Column("\u200B", P("One.")) with { Authors = [new Byline("\u200B"), new Byline("Ada", "\u00AD")] })
        );
        Assert.Equal("The Tidal Letter", issue.Subject);
        Assert.Contains("By Ada\n\nOne.", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_of_which_nothing_is_shown_is_none_and_the_staff_are_told()
    {
        var issue = Render(Of("en", Column("Title", List([P("One")], [new Block.Figure(s_lost, [])]))));
        Assert.Single(issue.Html.Split("<li ").Skip(1));
        Assert.Contains(issue.Notices, notice => notice.Contains("local/picture.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_that_is_a_picture_without_words_keeps_its_number_in_the_text()
    {
        Block picture = new Block.Figure(new Picture("https://example.org/a.jpg", "", 300, 200), []);
        var list = new Block.BulletedOrNumbered(true, 1, [new([P("One")]), new([picture]), new([P("Three")])]);
        Assert.Contains("1. One\n2.\n3. Three\n", Plain(list), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_around_a_reference_goes_with_its_note()
    {
        Block opening = P(
            new Inline.Text("The bridge"),
            new Inline.LineBreak(),
            new Inline.LineBreak(),
            new Inline.Strong([new Inline.NoteReference("1"), new Inline.LineBreak(), new Inline.NoteReference("2")]),
            new Inline.Text("opens.")
        );
        Block[] blocks = [opening, P(Sentences(20)), new Block.Note("1", [P("The old one.")])];
        var issue = Render(Of("en", Column("First", P("Short.")), Column("Second", blocks) with { Id = 2 }));
        Assert.Contains("The bridge<br><br>opens.", issue.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_a_word_is_no_header()
    {
        var table = new Block.Table(
            [Cell(" "), Cell("\u200B")],
            [
                [Cell("Brest"), Cell("7")],
            ],
            T("\u00AD")
        );
        var html = Render(Of("en", Column("Title", table))).Html;
        Assert.Contains("<th scope=\"row\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("scope=\"col\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_above_nothing_is_a_row_however_wide_it_is()
    {
        var table = new Block.Table([.. Enumerable.Range(1, 12).Select(n => Cell($"Extraordinary{n}"))], [], []);
        Assert.Contains(
            "Extraordinary12",
            Render(Of("en", Column("Title", List([table])))).Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_excerpt_ends_before_a_table_of_which_no_row_fits()
    {
        var table = new Block.Table(
            [],
            [
                [Cell(Sentences(20))],
            ],
            []
        );
        var issue = Render(
            Of("en", Column("First", P("Short.")), Column("Second", P("Begins."), table) with { Id = 2 })
        );
        Assert.DoesNotContain("cellpadding=\"6\"", issue.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_column_without_values_is_said_in_the_text()
    {
        var sentence = Sentences(1);
        var table = new Block.Table(
            [Cell("Port"), Cell("Tide"), Cell("Moon")],
            [
                [Cell(sentence), Cell("")],
            ],
            []
        );
        Assert.Contains("Tide · Moon\n\nPort: ", Plain(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_blanks_are_blanks_in_the_text() =>
        Assert.Contains("\none two three\n", Plain(P("\u2003one\u3000two\u2009 three")), StringComparison.Ordinal);

    [Fact]
    public void A_listing_begins_with_its_first_line_that_says_something() =>
        Assert.Contains(
            "Before.\n\n    go()\n\n\n    stop()\n\n",
            Plain(
                P("Before."),
                new Block.CodeListing("\u200B\n\u200B\ngo()\n\u200B\n\n\n\nstop()\n\u200B", null),
                P("After.")
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_item_that_is_a_long_address_keeps_its_sign_on_a_line_above()
    {
        var address = $"https://example.org/{new string('a', 80)}";
        Assert.Contains($"\n-\n{address}\n", Plain(List([P(address)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_address_is_whole_whatever_sticks_to_it()
    {
        var address = $"https://example.org/{new string('a', 80)}";
        Assert.Contains(
            $"\n{address}\n",
            Plain(P(new Inline.Text("see https:"), A(address, address))),
            StringComparison.Ordinal
        );
    }

    private static string Plain(params Block[] blocks) => Render(Of("en", Column("Title", blocks))).Text;
}
