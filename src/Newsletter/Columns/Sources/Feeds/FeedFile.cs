using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The edge at which the bytes of a feed become its items, in whatever format and encoding they are.</summary>
internal static class FeedFile
{
    public const int LargestMegabytes = 50;

    /// <param name="bytes">Read to its end, but no further than the limit.</param>
    /// <param name="name">What the feed is called in sentences: its file or its address.</param>
    /// <param name="contentType">As the server said it.</param>
    /// <exception cref="Refusal">It is no feed, or a broken, a hostile or an endless one.</exception>
    public static FeedContent Read(Stream bytes, string name, string? contentType = null)
    {
        using var held = Held(bytes, name);
        if (held.Length == 0)
            throw new Refusal($"{name} is empty, and no feed; see whether it is the right one.");
        var encoding = MarkupEncoding.Of(held, name, contentType);
        List<string> notices = encoding.Notice is { } notice ? [notice] : [];
        using var text = new StreamReader(held, encoding.Encoding, detectEncodingFromByteOrderMarks: false);
        return First(text) switch
        {
            '{' or '[' => JsonFeed.Read(text.ReadToEnd(), name, notices),
            '<' => new XmlFeed(name).Read(text, notices),
            _ => throw new Refusal(
                $"{name} is no feed: it begins neither as XML (RSS, Atom) nor as JSON. See whether it is the right file or address."
            ),
        };
    }

    // What stands before the first sign is skipped: many a feed begins with a blank line or with a stray mark.
    private static int First(StreamReader text)
    {
        int next;
        while ((next = text.Peek()) >= 0 && (char.IsWhiteSpace((char)next) || next is '\uFEFF' or 0))
            _ = text.Read();
        return next;
    }

    private static MemoryStream Held(Stream bytes, string name)
    {
        var held = new MemoryStream();
        var piece = new byte[81_920];
        int read;
        while ((read = bytes.Read(piece)) > 0)
        {
            held.Write(piece, 0, read);
            if (held.Length > LargestMegabytes * 1024L * 1024L)
                throw new Refusal(
                    $"{name} is larger than {LargestMegabytes} MB, and read no further: no feed is. See whether it ends."
                );
        }
        held.Position = 0;
        return held;
    }
}
