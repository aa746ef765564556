using System.Text.RegularExpressions;

namespace Newsletter.Rendering.PlainText;

/// <summary>Characters that only guide the layout of HTML: plain text would show or count them.</summary>
internal static partial class Fillers
{
    /// <summary>And every kind of blank that may break is a blank.</summary>
    public static string Strip(string text) => Blanks().Replace(Invisible().Replace(text, ""), " ");

    [GeneratedRegex(@"[\t\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\u00AD\u034F\u180E\u200B\u2060\u2063\uFEFF]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Invisible();
}
