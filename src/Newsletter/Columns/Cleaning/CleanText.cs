using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newsletter.Columns.Cleaning;

/// <summary>
/// Text without the characters that no column needs and that could do harm: controls, private-use characters (which
/// mark the reader's places in a rendered issue), and the overrides of writing direction. Lines end in "\n"; NFC.
/// </summary>
internal static class CleanText
{
    public static string Of(string text) => Of(text, leftovers: null);

    public static string Of(string text, Leftovers? leftovers)
    {
        var clean = new StringBuilder(text.Length);
        var taken = new SortedDictionary<string, (int Count, Rune First)>(StringComparer.Ordinal);
        var position = 0;
        while (position < text.Length)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var used) != OperationStatus.Done)
                rune = new Rune('\uFFFD');
            if (LineEnd(text, position) is var ending and > 0)
            {
                clean.Append('\n');
                used = ending;
            }
            else if (Unwanted(rune) is { } kind)
                taken[kind] = taken.TryGetValue(kind, out var before) ? (before.Count + 1, before.First) : (1, rune);
            else
                clean.Append(rune.ToString());
            position += used;
        }
        foreach (var (kind, (count, first)) in taken)
            leftovers?.Drop($"U+{first.Value:X4}, {count}×", $"{kind} has no place in a column.");
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static int LineEnd(string text, int position) =>
        text[position] switch
        {
            '\r' when position + 1 < text.Length && text[position + 1] is '\n' => 2,
            '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => 1,
            _ => 0,
        };

    private static string? Unwanted(Rune rune) =>
        rune.Value switch
        {
            '\t' => null,
            (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "A character that turns the direction of text",
            0x00AD or 0x200B or 0xFEFF or 0x2060 => "An invisible character",
            _ when Rune.IsControl(rune) => "A control character",
            _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse => "A private-use character",
            _ when (rune.Value & 0xFFFE) is 0xFFFE or 0x1FFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF =>
                "A code point that is no character",
            _ => null,
        };
}
