using System.Diagnostics.CodeAnalysis;

namespace Newsletter.Messages;

/// <summary>RFC 4648 section 6, without padding: what survives a server that writes addresses in one case.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>In lower case.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i * 5) + 5; bit++)
                value = (value << 1) | (bit < bytes.Length * 8 ? (bytes[bit / 8] >> (7 - (bit % 8))) & 1 : 0);
            text[i] = Alphabet[value];
        }

        return new string(text);
    }

    /// <param name="text">In any case.</param>
    /// <param name="bytes">Whole bytes; what is left over must be 0, so that a value has one form.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var decoded = new byte[text.Length * 5 / 8];
        for (var i = 0; i < text.Length; i++)
        {
            var value = Alphabet.IndexOf(char.ToLowerInvariant(text[i]), StringComparison.Ordinal);
            if (value < 0)
                return false;
            for (var bit = 0; bit < 5; bit++)
            {
                if (((value >> (4 - bit)) & 1) == 0)
                    continue;
                var at = (i * 5) + bit;
                if (at >= decoded.Length * 8)
                    return false;
                decoded[at / 8] |= (byte)(1 << (7 - (at % 8)));
            }
        }

        bytes = decoded;
        return true;
    }
}
