using System.Text;
using Newsletter.Columns;

namespace Newsletter.Rendering.Html;

/// <summary>
/// Runs of text as HTML. A link carries its colour: clients give their own blue to one that does not. It carries
/// the height of a fingertip where it stands alone on its line.
/// </summary>
/// <param name="language">Of the runs, around the words' own.</param>
internal sealed class InlineHtml(Palette palette, Words words, string language)
{
    private readonly string tongue =
        words.Language == language ? "" : $" lang=\"{words.Language}\" dir=\"{Direction.Of(words.Language)}\"";

    public SafeHtml Of(IReadOnlyList<Inline> content)
    {
        var html = new StringBuilder();
        var start = 0;
        for (var index = 0; index <= content.Count; index++)
        {
            if (index < content.Count && content[index] is not Inline.LineBreak)
                continue;
            var standsAlone = IsOnlyLinks(content, start, index);
            for (var place = start; place < index; place++)
                Append(content[place], html, standsAlone);
            if (index < content.Count)
                html.Append("<br>");
            start = index + 1;
        }
        return new SafeHtml(html.ToString());
    }

    private void Append(Inline inline, StringBuilder html, bool standsAlone)
    {
        switch (inline)
        {
            case Inline.Text(var text):
                html.Append(HtmlText.Escape(text));
                break;
            case Inline.Code(var code):
                html.Append("<code style=\"font-family:Consolas,Menlo,monospace;font-size:16px\">")
                    .Append(HtmlText.Escape(code))
                    .Append("</code>");
                break;
            case Inline.LineBreak:
                html.Append("<br>");
                break;
            case Inline.NoteReference(var label):
                html.Append("<sup")
                    .Append(tongue)
                    .Append(" style=\"font-size:13px\">")
                    .Append(HtmlText.Escape(words.Fill("note_reference", label)))
                    .Append("</sup>");
                break;
            case Inline.Link(var address, var content):
                html.Append("<a href=\"").Append(HtmlText.Escape(address)).Append("\" style=\"");
                html.Append(standsAlone ? "display:inline-block;" : "")
                    .Append("color:")
                    .Append(palette.Accent)
                    .Append("\">");
                AppendAll(content, html);
                html.Append("</a>");
                break;
            default:
                var (open, close) = Tags(inline);
                html.Append(open);
                AppendAll(Inlines.Within(inline), html, standsAlone);
                html.Append(close);
                break;
        }
    }

    private void AppendAll(IReadOnlyList<Inline> content, StringBuilder html, bool standsAlone = false)
    {
        foreach (var inline in content)
            Append(inline, html, standsAlone);
    }

    private static (string Open, string Close) Tags(Inline inline) =>
        inline switch
        {
            Inline.Emphasis => ("<em>", "</em>"),
            Inline.Strong => ("<strong>", "</strong>"),
            Inline.Strikethrough => ("<s>", "</s>"),
            Inline.Superscript => ("<sup style=\"font-size:13px\">", "</sup>"),
            Inline.Subscript => ("<sub style=\"font-size:13px\">", "</sub>"),
            _ => throw new ArgumentOutOfRangeException(nameof(inline), inline, "No such run of text."),
        };

    private static bool IsOnlyLinks(IReadOnlyList<Inline> content, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (!IsLinkOrSeparator(content[index]))
                return false;
        }
        return true;
    }

    private static bool IsLinkOrSeparator(Inline inline) =>
        inline switch
        {
            Inline.Link => true,
            Inline.Text(var text) => !text.Any(char.IsLetterOrDigit),
            Inline.Code or Inline.NoteReference => false,
            _ => Inlines.Within(inline).All(IsLinkOrSeparator),
        };
}
