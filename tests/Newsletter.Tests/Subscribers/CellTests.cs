using CsCheck;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Exporting;
using Newsletter.Subscribers.Importing;

namespace Newsletter.Tests.Subscribers;

/// <summary>Cells of other programs' files, one at a time.</summary>
public sealed class CellTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2025-01-02", "2025-01-02T00:00:00")]
    [InlineData("2025-01-02 03:04", "2025-01-02T03:04:00")]
    [InlineData("2025-01-02 03:04:05", "2025-01-02T03:04:05")]
    [InlineData("2025-01-02T03:04:05Z", "2025-01-02T03:04:05")]
    [InlineData("2025-01-02T03:04:05.678Z", "2025-01-02T03:04:05.678")]
    [InlineData("2025-01-02 03:04:05.678901+00", "2025-01-02T03:04:05.678901")]
    [InlineData("2025-01-02T03:04:05+01:00", "2025-01-02T02:04:05")]
    [InlineData("2025-01-02 03:04:05 UTC", "2025-01-02T03:04:05")]
    [InlineData("2025-01-02 03:04:05 +0000 UTC", "2025-01-02T03:04:05")]
    [InlineData("13-02-2025 04:05:06", "2025-02-13T04:05:06")]
    [InlineData("03-04-2025", "2025-04-03T00:00:00")]
    [InlineData("03.04.2025", "2025-04-03T00:00:00")]
    [InlineData("13/02/2025", "2025-02-13T00:00:00")]
    [InlineData("02/13/2025 4:05 PM", "2025-02-13T16:05:00")]
    [InlineData("02/13/2025 12:05 AM", "2025-02-13T00:05:00")]
    [InlineData("04/04/2025", "2025-04-04T00:00:00")]
    [InlineData("Jan 2, 2025", "2025-01-02T00:00:00")]
    public void A_date_is_read(string cell, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected + "Z", System.Globalization.CultureInfo.InvariantCulture),
            CellDate.OrNull(cell, Now)
        );

    [Theory]
    [InlineData("")]
    [InlineData("03/04/2025")]
    [InlineData("2025-02-31")]
    [InlineData("2025-13-01")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("1970-01-01")]
    [InlineData("2027-01-01")]
    [InlineData("2025-01-02 25:00:00")]
    [InlineData("2025-01-02T03:04:05+99:00")]
    [InlineData("never since then")]
    [InlineData("20250102")]
    public void A_date_that_is_none_or_two_is_not_read(string cell) => Assert.Null(CellDate.OrNull(cell, Now));

    [Theory]
    [InlineData("{\"city\": \"Brest\", \"age\": 41, \"on\": true, \"off\": null}", "city=Brest;age=41;on=true")]
    [InlineData("{'city': 'Brest', 'age': 41, 'on': True, 'off': None}", "city=Brest;age=41;on=true")]
    [InlineData("{'a': \"L'Aber\", 'b': 'say \\'hi\\'', 'c': \"\\u00e9\"}", "a=L'Aber;b=say 'hi';c=é")]
    [InlineData("{'a': {'b': {'c': 1.5}}, 'd': ['x', 2, ['y']],}", "a.b.c=1.5;d=x, 2, y")]
    [InlineData("{}", "")]
    public void A_cell_with_several_fields_is_taken_apart(string cell, string expected)
    {
        Assert.True(AttributeCell.TryRead(cell, out var found));
        Assert.Equal(expected, string.Join(';', found.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Brest")]
    [InlineData("{'a': 1")]
    [InlineData("{'a': 1} and more")]
    [InlineData("{'a': __import__('os')}")]
    [InlineData("{'a': datetime(2025, 1, 2)}")]
    [InlineData("{'a'}")]
    [InlineData("{'a': '")]
    [InlineData("{'a': \"\\")]
    [InlineData("{{{{{{{{{{{{{{{{{{{{")]
    public void What_is_no_such_cell_is_not_guessed_at(string cell) => Assert.False(AttributeCell.TryRead(cell, out _));

    [Fact]
    public void A_cell_that_nests_without_end_is_given_up() =>
        Assert.False(AttributeCell.TryRead("{'a':" + new string('[', 500_000), out _));

    [Fact]
    public void No_cell_at_all_breaks_the_readers() =>
        Gen.String[Gen.Char["{}[]'\":,\\xuU01aNT \n"], 0, 40]
            .Sample(cell =>
            {
                AttributeCell.TryRead(cell, out _);
                CellValue.Tags(cell);
                CellDate.OrNull(cell, Now);
                CellNetwork.OrNull(cell);
            });

    [Theory]
    [InlineData("port, vip", "port|vip")]
    [InlineData("port;vip, fleet", "port|vip, fleet")]
    [InlineData("\"port\",\"vip, gold\"", "port|vip, gold")]
    [InlineData("[\"port\", \"vip, gold\"]", "port|vip, gold")]
    [InlineData("['port', 'vip']", "port|vip")]
    [InlineData("[port] vip", "[port] vip")]
    [InlineData("port,,PORT, ", "port")]
    [InlineData("", "")]
    public void Tags_are_told_apart(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', CellValue.Tags(cell)));

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0")]
    [InlineData("77", null)]
    [InlineData("1.2", null)]
    [InlineData("somewhere", null)]
    public void An_address_of_a_machine_is_cut_to_its_network(string cell, string? expected) =>
        Assert.Equal(expected, CellNetwork.OrNull(cell));

    [Theory]
    [InlineData("ZIP Code", "zip_code")]
    [InlineData("Subscription Date (Substack)", "subscription_date_substack")]
    [InlineData("Prénom d'usage", "prénom_d_usage")]
    [InlineData("address.city", "address_city")]
    [InlineData("--", null)]
    public void A_field_is_named_by_one_word(string header, string? expected) =>
        Assert.Equal(expected, FieldName.OrNull(header));

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("+33 6", "'+33 6")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(string cell, string expected)
    {
        Assert.Equal(expected, FormulaCell.Escaped(cell));
        Assert.Equal(cell, FormulaCell.Unescaped(expected));
    }

    [Fact]
    public void Whatever_stands_in_cells_comes_back_from_a_csv_line() =>
        Gen.String[Gen.Char["=+-@'\",;|\t\r\n aé＝\0"], 0, 12]
            .Array[1, 6]
            .Where(cells => cells.Any(cell => cell.Length > 0))
            .Sample(cells =>
            {
                using var parser = CsvRows.Parser(new StringReader(ExportCsv.Line(cells) + "\n"), ',', () => { });
                Assert.True(parser.Read());
                Assert.Equal(cells, parser.Record!.Select(FormulaCell.Unescaped));
            });
}
