using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning;

/// <summary>
/// HTML left in a text: what has a place in a column is held, the rest goes and is reported, and the words stay.
/// Tags are read one by one, never as a tree, so twenty thousand nested ones cost no more than as many side by side.
/// </summary>
internal static partial class HtmlRemnants
{
    public static string Flatten(string text, Held held, Leftovers leftovers, string? page = null)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
            return text;
        var visible = Invisible()
            .Replace(
                text,
                match =>
                {
                    leftovers.Drop(match.Value, "Script, style or a comment in HTML is not text.");
                    return "";
                }
            );
        var flat = new StringBuilder(visible.Length);
        var position = 0;
        foreach (Match match in Tag().Matches(visible))
        {
            if (HtmlNames.MeaningOf(match.Groups["name"].Value) is HtmlMeaning.Unknown)
                continue;
            flat.Append(HtmlEntities.Decode(visible[position..match.Index]));
            position = match.Index + match.Length;
            if (HtmlTag.Parse(match.Value) is { } tag)
                flat.Append(Replacement(tag, match.Value, held, leftovers, page));
        }
        return flat.Append(HtmlEntities.Decode(visible[position..])).ToString();
    }

    private static string Replacement(HtmlTag tag, string raw, Held held, Leftovers leftovers, string? page)
    {
        switch (HtmlNames.MeaningOf(tag.Name))
        {
            case HtmlMeaning.Mark:
                var mark = HtmlNames.MarkOf(tag.Name);
                return $"{(tag.Closing ? InlineSigns.Close(mark) : InlineSigns.Open(mark))}";
            case HtmlMeaning.Link when tag.Closing:
                return $"{InlineSigns.Close(InlineMark.Link)}";
            case HtmlMeaning.Link when WebAddress.Of(tag["href"], page) is { } address:
                return held.OpenLink(address);
            case HtmlMeaning.LineBreak:
                return "\n";
            case HtmlMeaning.BlockBreak:
                return "\n\n";
            case HtmlMeaning.ListItem:
                return tag.Closing ? "\n" : "\n- ";
            case HtmlMeaning.Heading:
                return tag.Closing ? "\n\n" : $"\n\n{Held.HeadingSign}{tag.Name[1]}";
            case HtmlMeaning.Separator:
                return $"\n\n{held.Hold(new Block.Separator())}\n\n";
            case HtmlMeaning.Picture when WebAddress.OfPage(tag["src"], page) is { } address:
                return held.Hold(
                    new Block.Figure(
                        new Picture(address, tag["alt"] ?? "", tag.Pixels("width"), tag.Pixels("height")),
                        []
                    )
                );
            case HtmlMeaning.Media when WebAddress.OfPage(tag["src"] ?? tag["data"], page) is { } address:
                return held.Hold(new Block.Embed(address, tag["title"], EmbedCard.ProviderOf(address)));
            case HtmlMeaning.Picture:
                leftovers.Drop(raw, "A picture without an address that can be reached from the web.");
                return "";
            default:
                if (!tag.Closing)
                    leftovers.Drop(raw, "A column has no place for this HTML tag; the words in it were kept.");
                return tag.Name is "td" or "th" ? " " : "";
        }
    }

    [GeneratedRegex(
        @"<!--.*?-->|<(?<raw>script|style)\b[^>]*>.*?</\k<raw>\s*>|<!\[CDATA\[|\]\]>|<!doctype[^>]*>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Invisible();

    [GeneratedRegex(
        """</?(?<name>[a-z][a-z0-9]*)(?>(?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?>|[\s/][^<>]*>)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Tag();
}
