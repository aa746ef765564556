using System.Text;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>The characters that XML allows, and what stands for the others.</summary>
internal static class XmlCharacters
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// The character itself; one of Windows-1252 where a control of C1 stands for it, as browsers read it; null where
    /// XML 1.0 (section 2.2) has no such character.
    /// </summary>
    public static int? Of(int code) =>
        code switch
        {
            '\t' or '\n' or '\r' => code,
            < 0x20 or (>= 0xD800 and <= 0xDFFF) or 0xFFFE or 0xFFFF or > 0x10FFFF => null,
            >= 0x80 and <= 0x9F when code is not 0x85 => Western.GetString([(byte)code])[0],
            _ => code,
        };

    /// <summary>What a name of HTML stands for, as text of XML; null for a name that nobody knows.</summary>
    public static string? Named(string name)
    {
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
            return $"&{name};";
        var symbol = HtmlEntities.Symbol(name);
        return symbol is null ? null : Escaped(symbol);
    }

    public static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            if (Of(rune.Value) is { } code)
                escaped.Append("&#").Append(code).Append(';');
        return escaped.ToString();
    }
}
