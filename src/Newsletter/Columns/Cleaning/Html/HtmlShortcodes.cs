using System.Text;
using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// The shortcodes in HTML, put in place before a tree is made of it, for they stand across its tags:
/// "&lt;p&gt;[pullquote]&lt;/p&gt;&lt;p&gt;…". What stands in them is HTML, and is read as such.
/// </summary>
internal static partial class HtmlShortcodes
{
    // A bracket that opens no shortcode, for it stands in a tag or in a listing.
    private const char Bracket = '\uE105';

    public static string Expand(string html, HtmlContext context, HtmlReader reader)
    {
        if (!html.Contains('[', StringComparison.Ordinal))
            return html;
        var shielded = InTagOrListing().Replace(html, match => match.Value.Replace('[', Bracket));
        var straight = Candidate().Replace(shielded, Straightened);
        var meaning = new ShortcodeMeaning(
            context.Held,
            context.Leftovers,
            words => reader.Blocks(Unshielded(words)),
            words => reader.Words(Unshielded(words))
        )
        {
            Attachments = context.Attachments,
            Flatten = words => Flattened(Unshielded(words), context, reader),
            Verbatim = code => HtmlEntities.Decode(OfLines().Replace(Unshielded(code), "")),
        };
        return Unshielded(ShortcodeReader.Expand(straight, context.Shortcodes, meaning, context.Leftovers));
    }

    private static string Unshielded(string text) => text.Replace(Bracket, '[');

    /// <summary>HTML as words and signs, for shortcodes that ask which pictures stand in them.</summary>
    private static string Flattened(string html, HtmlContext context, HtmlReader reader)
    {
        var flat = new StringBuilder();
        foreach (var block in reader.Blocks(html))
            if (block is Block.Paragraph(var words))
                foreach (var word in words)
                    flat.Append(word is Inline.Text(var text) ? text : context.Held.Hold(word));
            else
                flat.Append(context.Held.Hold(block));
        return flat.ToString();
    }

    // Sites write the quotes of attributes as entities, and lay line breaks between attributes.
    private static string Straightened(Match match) =>
        match.Value.Contains('&', StringComparison.Ordinal) || match.Value.Contains("<br", StringComparison.Ordinal)
            ? HtmlEntities
                .Decode(
                    LineBreak()
                        .Replace(match.Value, " ")
                        .Replace("&lt;", "&amp;lt;", StringComparison.Ordinal)
                        .Replace("&gt;", "&amp;gt;", StringComparison.Ordinal)
                )
                .Replace("&lt;", "‹", StringComparison.Ordinal)
                .Replace("&gt;", "›", StringComparison.Ordinal)
            : match.Value;

    [GeneratedRegex(
        """<(?<raw>pre|code|textarea|script)\b[^>]*>.*?</\k<raw>\s*>|<!--.*?-->|</?[a-z][a-z0-9:-]*(?>(?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        3000
    )]
    private static partial Regex InTagOrListing();

    [GeneratedRegex(
        @"\[/?[a-z][a-z0-9_-]{0,60}[^\[\]]{0,2000}\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        3000
    )]
    private static partial Regex Candidate();

    // What WordPress puts into a listing that stands between shortcodes.
    [GeneratedRegex(@"<br\s*/?>(?=\s*\n)|</?p>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfLines();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineBreak();
}
