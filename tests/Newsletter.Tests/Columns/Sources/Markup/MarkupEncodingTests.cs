using System.Text;
using Newsletter.Columns.Sources.Markup;
using Newsletter.Tests.Columns.Sources.Feeds;

namespace Newsletter.Tests.Columns.Sources.Markup;

public class MarkupEncodingTests
{
    private const string French = "L’été déjà, cœur et naïveté – « 20 € »";
    private const string Russian = "Мост откроется весной";

    static MarkupEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "windows-1252", null, French)]
    [InlineData("windows-1252", "ISO-8859-1", null, French)]
    [InlineData("windows-1252", "utf-8", null, French)]
    [InlineData("windows-1252", null, null, French)]
    [InlineData("windows-1252", "no-such", null, French)]
    [InlineData("utf-8", "ISO-8859-1", null, French)]
    [InlineData("utf-8", "windows-1251", "text/xml; charset=windows-1251", Russian)]
    [InlineData("utf-8", null, "text/xml; charset=iso-8859-1", French)]
    [InlineData("utf-8", "no-such", null, Russian)]
    [InlineData("windows-1251", "windows-1251", null, Russian)]
    [InlineData("windows-1251", null, "application/rss+xml; charset=\"windows-1251\"", Russian)]
    [InlineData("koi8-r", "koi8-r", null, Russian)]
    [InlineData("iso-8859-15", "ISO-8859-15", null, "L'été à 20 €")]
    [InlineData("utf-16", "utf-16", null, French)]
    [InlineData("utf-16BE", "utf-16", null, Russian)]
    [InlineData("utf-16LE", null, null, French)]
    [InlineData("utf-32BE", "utf-8", null, French)]
    [InlineData("shift_jis", "Shift_JIS", null, "橋は春に開く")]
    [InlineData("euc-kr", "euc-kr", null, "다리는 봄에 열린다")]
    [InlineData("gb2312", "gb2312", null, "桥在春天开放")]
    [InlineData("big5", "big5", null, "橋在春天開放")]
    public void A_feed_is_read_in_the_encoding_that_it_really_has(
        string real,
        string? declared,
        string? served,
        string title
    )
    {
        var declaration = declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";
        var bytes = Encoding.GetEncoding(real).GetBytes($"{declaration}<rss><item><title>{title}</title></item></rss>");
        Assert.Equal(title, FeedText.Read(bytes, served).Items[0].Title);
    }

    [Fact]
    public void Bytes_of_Windows_1252_within_UTF8_are_read_one_by_one()
    {
        byte[] bytes = [.. "<rss><item><title>l’été, l"u8, 0x92, 0xE9, .. "tape, déjà</title></item></rss>"u8];
        var feed = FeedText.Read(bytes);
        Assert.Equal("l’été, l’étape, déjà", feed.Items[0].Title);
        Assert.Contains("2 byte(s)", Assert.Single(feed.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encoding_that_nothing_tells_is_not_guessed()
    {
        var bytes = Encoding.GetEncoding("koi8-r").GetBytes($"<rss><item><title>{Russian}</title></item></rss>");
        Assert.Contains("does not say which encoding", FeedText.Refused(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ActualitÃ©s, Ã\u00A0 la Â«Â\u00A0bulleÂ\u00A0Â»", "Actualités, à la «\u00A0bulle\u00A0»")]
    [InlineData("lâ€™ancien ministre", "l’ancien ministre")]
    [InlineData("CAFÉ… et «THÉ»", "CAFÉ… et «THÉ»")]
    [InlineData("IRMÃ…", "IRMÃ…")]
    [InlineData("Dâ€™Ã‰RIC -â€ˆAvec", "D’ÉRIC -\u2008Avec")]
    [InlineData("Déjà l’été", "Déjà l’été")]
    public void Text_that_was_encoded_twice_is_mended_and_no_other(string written, string read) =>
        Assert.Equal(read, DoubleEncoding.Repair(written));
}
