using System.Text;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>
/// Mends text whose UTF-8 was taken for Windows-1252 and encoded again by the publisher's own machine: "Ã©tÃ©" was
/// "été". Only where the whole text reads so, for any two of these letters may stand in a word.
/// </summary>
internal static class DoubleEncoding
{
    // What may follow a capital in sound text: "IRMÃ…", "«CAFÉ»".
    private const string AfterCapitals = "…»–—’”“‘™\u00A0";

    // So many letters of another alphabet do not come about by chance.
    private const int Many = 8;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00C2', '\u00F4'))
            return text;
        try
        {
            var bytes = new byte[text.Length];
            for (var i = 0; i < text.Length; i++)
                bytes[i] = Byte(text[i]);
            var mended = Utf8.GetString(bytes);
            return IsLikely(text, mended) ? mended : text;
        }
        catch (Exception cause) when (cause is DecoderFallbackException or EncoderFallbackException)
        {
            return text;
        }
    }

    private static bool IsLikely(string text, string mended)
    {
        var letters = mended.EnumerateRunes().Where(rune => !rune.IsAscii).ToList();
        if (letters.Count >= Many)
            return true;
        if (letters.Exists(rune => rune.Value is not ((>= 0xA0 and <= 0x17F) or (>= 0x2000 and <= 0x2122) or 0xFEFF)))
            return false;
        return letters.Count > 1
            || letters[0].Value > 0xFF
            || !AfterCapitals.Contains(
                text[text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00F4') + 1],
                StringComparison.Ordinal
            );
    }

    // The five bytes that Windows-1252 leaves empty come through as controls, and the rest of Latin-1 as itself.
    private static byte Byte(char character)
    {
        if (character <= '\u00FF')
            return (byte)character;
        Span<byte> one = stackalloc byte[4];
        return Western.GetBytes([character], one) == 1
            ? one[0]
            : throw new EncoderFallbackException("Windows-1252 has no such character.");
    }
}
