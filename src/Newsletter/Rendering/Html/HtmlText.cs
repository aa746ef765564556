using System.Text;

namespace Newsletter.Rendering.Html;

/// <summary>Escapes the five characters that mean something to HTML and leaves every letter a letter.</summary>
internal static class HtmlText
{
    public static string Escape(string text) => text.AsSpan().IndexOfAny("&<>\"'") < 0 ? text : Escaped(text);

    private static string Escaped(string text)
    {
        var html = new StringBuilder(text.Length + 32);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(character),
            };
        }
        return html.ToString();
    }
}
