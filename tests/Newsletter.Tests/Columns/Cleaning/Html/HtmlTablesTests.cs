using Newsletter.Columns;

namespace Newsletter.Tests.Columns.Cleaning.Html;

/// <summary>Cells that span others (https://html.spec.whatwg.org/multipage/tables.html#attributes-common-to-td-and-th-elements).</summary>
public class HtmlTablesTests
{
    [Theory]
    [InlineData(
        "<tr><th rowspan=2>Day</th><th>Hour</th></tr><tr><th>Place</th></tr><tr><td rowspan=2>Monday</td><td>8</td></tr><tr><td>9</td></tr><tr><td>Tuesday</td><td>10</td></tr>",
        "Day,Hour;-,Place;Monday,8;-,9;Tuesday,10"
    )]
    [InlineData(
        "<tr><td>a</td><td rowspan=2 colspan=2>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td><td>h</td><td>i</td></tr>",
        "a,b,-,c;d,-,-,e;f,g,h,i"
    )]
    [InlineData("<tr><td>a</td><td>b</td><td rowspan=2>c</td></tr><tr><td>d</td></tr>", "a,b,c;d,-,-")]
    [InlineData("<tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>", "a,b;-,c;-,d")]
    [InlineData(
        "<thead><tr><th rowspan=9>A</th><th>B</th></tr></thead><tbody><tr><td rowspan=99999>1</td><td>2</td></tr><tr><td>3</td></tr></tbody><tfoot><tr><td>4</td><td>5</td></tr></tfoot>",
        "A,B;1,2;-,3;4,5"
    )]
    [InlineData("<tr><td rowspan=-3>a</td><td rowspan=x>b</td></tr><tr><td>c</td><td>d</td></tr>", "a,b;c,d")]
    public void Columns_stay_below_their_heads(string rows, string expected)
    {
        var table = Assert.IsType<Block.Table>(Assert.Single(Pieces.Read($"<table>{rows}</table>").Blocks));
        var all = table.Header.Count > 0 ? table.Rows.Prepend(table.Header) : table.Rows;
        Assert.Equal(
            expected,
            string.Join(
                ';',
                all.Select(row =>
                    string.Join(',', row.Select(cell => cell.Content.Count == 0 ? "-" : BlockText.Of(cell.Content)))
                )
            )
        );
    }

    [Fact]
    public void A_table_that_spans_without_end_has_forty_columns()
    {
        var cells = string.Concat(Enumerable.Repeat("<td rowspan=60000 colspan=60000>a</td>", 50));
        var table = Assert.IsType<Block.Table>(
            Assert.Single(Pieces.Read($"<table><tr>{cells}</tr><tr><td>b</td><td>c</td></tr></table>").Blocks)
        );
        Assert.All(table.Rows, row => Assert.InRange(row.Count, 1, 40));
    }
}
