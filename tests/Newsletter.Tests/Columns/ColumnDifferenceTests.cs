using Newsletter.Columns;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns;

public sealed class ColumnDifferenceTests
{
    private static readonly ColumnDraft Before = Some.Column("A bridge") with { Blocks = Blocks("One.", "Two.") };

    [Fact]
    public void Each_part_that_differs_is_named_with_both_its_texts()
    {
        var after = Before with
        {
            Title = "A ferry",
            Authors = [new Byline("Bo", "Editor")],
            Blocks = Blocks("One.", "2."),
        };
        Assert.Equal(
            "the title \"A bridge\" is now \"A ferry\"; the authors \"Ada Marchand (Editor)\" is now \"Bo (Editor)\"; 1 block(s) differ, at first \"Two.\" is now \"2.\"",
            ColumnDifference.Between(Before, after)
        );
    }

    [Theory]
    [InlineData("One.|Two.|Three.", "1 block(s) came, the first of them \"Three.\"")]
    [InlineData("One.", "1 block(s) went, the first of them \"Two.\"")]
    [InlineData("Two.|One.", "its blocks stand in another order")]
    [InlineData("One.|Two.", "its marks or links differ, and no word does")]
    public void Blocks_that_came_went_or_moved_are_counted(string after, string told) =>
        Assert.Equal(told, ColumnDifference.Between(Before, Before with { Blocks = Blocks(after.Split('|')) }));

    [Fact]
    public void Of_a_long_block_the_place_is_shown_where_it_changed()
    {
        var start = string.Join(" ", Enumerable.Repeat("many words", 40));
        var told = ColumnDifference.Between(
            Before with
            {
                Blocks = Blocks($"{start} and an old end"),
            },
            Before with
            {
                Blocks = Blocks($"{start} and a new end"),
            }
        );
        Assert.Contains("an old end\" is now", told, StringComparison.Ordinal);
        Assert.Contains("a new end\"", told, StringComparison.Ordinal);
        Assert.InRange(told.Length, 50, 250);
    }

    private static Block[] Blocks(params string[] texts) =>
        [.. texts.Select(text => new Block.Paragraph([new Inline.Text(text)]))];
}
