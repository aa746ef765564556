using System.Text;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Tests.Columns.Sources.Feeds;

/// <summary>Feeds written in tests.</summary>
internal static class FeedText
{
    public static FeedContent Read(string text, string? contentType = null) =>
        Read(Encoding.UTF8.GetBytes(text), contentType);

    public static FeedContent Read(byte[] bytes, string? contentType = null)
    {
        using var stream = new MemoryStream(bytes);
        return FeedFile.Read(stream, "feed.xml", contentType);
    }

    /// <summary>The one item of a feed of RSS 2.0 with the usual namespaces.</summary>
    public static SourceItem Item(string inner) => Read(Rss($"<item>{inner}</item>")).Items.Single();

    public static SourceItem Entry(string inner) => Read(Atom($"<entry>{inner}</entry>")).Items.Single();

    public static string Rss(string items) =>
        $"""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
              xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>A paper</title><link>https://paper.example/</link>
            <language>fr-FR</language>{items}</channel></rss>
            """;

    public static string Atom(string entries) =>
        $"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/blog/"><title>A paper</title>{entries}</feed>""";

    public static string Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    public static string Refused(byte[] bytes) => Assert.Throws<Refusal>(() => Read(bytes)).Message;

    public static string Words(ColumnDraft draft) => BlockText.Of(draft.Blocks);
}
