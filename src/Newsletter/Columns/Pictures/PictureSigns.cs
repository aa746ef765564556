using System.Text;

namespace Newsletter.Columns.Pictures;

/// <summary>Knows a picture's format by its bytes: neither its name nor what the server calls it counts.</summary>
internal static class PictureSigns
{
    // An SVG may open with a declaration, comments and a licence.
    private const int Searched = 8192;

    private static readonly (byte[] Start, string Kind)[] Others =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ("PK\u0003\u0004"u8.ToArray(), "a zip or Office file"),
        ([0x1F, 0x8B], "a compressed file (gzip)"),
        ("II*\0"u8.ToArray(), "a TIFF picture"),
        ("MM\0*"u8.ToArray(), "a TIFF picture"),
        ("BM"u8.ToArray(), "a BMP picture"),
        ([0, 0, 1, 0], "an icon (ICO)"),
        ("8BPS"u8.ToArray(), "a Photoshop file"),
    ];

    /// <exception cref="Refusal">These bytes are no picture that is read; the sentence says what they are, where that is known.</exception>
    public static FoundFormat FormatOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new Refusal("It is empty.");
        if (bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }))
            return FoundFormat.Jpeg;
        if (bytes.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }))
            return FoundFormat.Png;
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return FoundFormat.Gif;
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
            return FoundFormat.Webp;
        if (bytes.Length >= 16 && bytes[4..8].SequenceEqual("ftyp"u8))
            return IsAvif(bytes) ? FoundFormat.Avif : throw NotRead("a HEIC picture or a film");
        foreach (var (start, kind) in Others)
            if (bytes.StartsWith(start))
                throw NotRead(kind);
        return OfText(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Searched)]));
    }

    private static FoundFormat OfText(string start)
    {
        var text = start.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || Begins(text, "<!doctype html"))
            throw NotRead("an HTML page");
        if (Begins(text, "<") && text.Contains("<svg", StringComparison.Ordinal))
            return FoundFormat.Svg;
        throw new Refusal("It is no picture that can be read; JPEG, PNG, GIF, WebP, AVIF and SVG are.");
    }

    // ISO/IEC 23008-12: the major brand, then the compatible ones.
    private static bool IsAvif(ReadOnlySpan<byte> bytes)
    {
        var brands = bytes[8..Math.Min(bytes.Length, 64)];
        return brands.IndexOf("avif"u8) >= 0 || brands.IndexOf("avis"u8) >= 0;
    }

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static Refusal NotRead(string kind) =>
        new($"It is {kind}; JPEG, PNG, GIF, WebP, AVIF and SVG can be read.");
}
