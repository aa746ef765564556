using System.Text.RegularExpressions;

namespace Newsletter.Rendering.PlainText;

/// <summary>Characters that only guide the layout of HTML: plain text would show or count them.</summary>
internal static partial class Fillers
{
    public static string Strip(string text) => Invisible().Replace(text, "");

    [GeneratedRegex(@"[\u00AD\u034F\u180E\u200B\u2060\u2063\uFEFF]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Invisible();
}
