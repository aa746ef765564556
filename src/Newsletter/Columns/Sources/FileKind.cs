namespace Newsletter.Columns.Sources;

/// <summary>Knows by their first bytes the kinds of file that people take for text.</summary>
internal static class FileKind
{
    private static readonly (byte[] Start, string Kind)[] Magic =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ("PK\u0003\u0004"u8.ToArray(), "a Word, OpenDocument or zip file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Office file"),
        ("{\\rtf"u8.ToArray(), "an RTF file"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ("GIF8"u8.ToArray(), "a picture (GIF)"),
        ("RIFF"u8.ToArray(), "a picture, sound or film (RIFF)"),
        ("II*\0"u8.ToArray(), "a picture (TIFF)"),
        ("MM\0*"u8.ToArray(), "a picture (TIFF)"),
        ([0x1F, 0x8B], "a compressed file (gzip)"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a compressed file (7z)"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ];

    public static void RefuseOtherThanText(byte[] bytes, string name)
    {
        RefuseByMagic(bytes, name);
        if (TextEncoding.WideByMark(bytes) is not null)
            return;
        var nul = Array.IndexOf(bytes, (byte)0);
        if (nul >= 0)
            throw new Refusal(
                $"{name} is no text: byte {nul + 1} is NUL. If it is UTF-16 without a byte order mark, save it as UTF-8."
            );
    }

    public static void RefuseByMagic(byte[] bytes, string name)
    {
        foreach (var (start, kind) in Magic)
            if (bytes.AsSpan().StartsWith(start))
                throw new Refusal(
                    $"{name} is {kind}, not text: save the column as text or Markdown, and add that file."
                );
    }

    /// <summary>Refuses markup that is read neither as a page nor as a feed.</summary>
    public static void RefuseMarkup(string text, string name)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart().ToString();
        if (Begins(start, "<?xml") || Begins(start, "<rss") || Begins(start, "<feed") || Begins(start, "<rdf:RDF"))
            throw new Refusal(
                $"{name} is XML, not text: a feed or a WordPress export is added with --format feed or --format wxr."
            );
    }

    /// <summary>Data, programs and settings are text too: whoever means a column by such a file says so.</summary>
    public static void RefuseUnknownEnding(string name)
    {
        var ending = Path.GetExtension(name);
        var isOne = ending.Length is > 1 and < 8 && ending.Skip(1).All(char.IsAsciiLetterOrDigit);
        if (isOne && ending.Any(char.IsAsciiLetter) && !HasEnding(name, ".txt", ".text"))
            throw new Refusal(
                $"{name} is of no kind that is known ({ending}): a column is a .txt, .md or .html file, many are an RSS, Atom or JSON feed or a WordPress export; if this is one of them, say which with --format."
            );
    }

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool HasEnding(string name, params string[] endings) =>
        Array.Exists(endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
