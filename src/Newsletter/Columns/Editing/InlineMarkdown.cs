using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Editing;

/// <summary>Runs of text as Markdown that reads as the same again.</summary>
/// <param name="tags">Whether marks are written as tags of HTML, which is plainer to a machine where marks touch each other.</param>
internal sealed partial class InlineMarkdown(bool tags)
{
    private readonly StringBuilder text = new();

    public static string Of(IReadOnlyList<Inline> content, bool tags)
    {
        var writer = new InlineMarkdown(tags);
        writer.Add(content);
        return NumberStart()
            .Replace(LineStart().Replace(writer.text.ToString(), @"${before}\${sign}"), @"${before}\${sign}");
    }

    private void Add(IReadOnlyList<Inline> content)
    {
        foreach (var inline in content)
            Add(inline);
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case Inline.Text(var value):
                text.Append(Signs().Replace(value.ReplaceLineEndings(" "), @"\$0"));
                break;
            case Inline.Emphasis(var content):
                Mark("*", "em", content);
                break;
            case Inline.Strong(var content):
                Mark("**", "strong", content);
                break;
            case Inline.Strikethrough(var content):
                Mark("~~", "del", content);
                break;
            case Inline.Superscript(var content):
                Tag("sup", content);
                break;
            case Inline.Subscript(var content):
                Tag("sub", content);
                break;
            case Inline.Code(var value):
                AddCode(value);
                break;
            case Inline.Link(var address, var content):
                text.Append('[');
                Add(content);
                text.Append("](<").Append(address.Replace(">", "%3E", StringComparison.Ordinal)).Append(">)");
                break;
            case Inline.LineBreak:
                text.Append("\\\n");
                break;
            case Inline.NoteReference(var label):
                text.Append("[^").Append(label).Append(']');
                break;
        }
    }

    private void Mark(string mark, string tag, IReadOnlyList<Inline> content)
    {
        if (tags)
        {
            Tag(tag, content);
            return;
        }

        text.Append(mark);
        Add(content);
        text.Append(mark);
    }

    private void Tag(string tag, IReadOnlyList<Inline> content)
    {
        text.Append('<').Append(tag).Append('>');
        Add(content);
        text.Append("</").Append(tag).Append('>');
    }

    private void AddCode(string value)
    {
        var fence = "`";
        while (value.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        var room = value.StartsWith('`') || value.EndsWith('`') ? " " : "";
        text.Append(fence).Append(room).Append(value).Append(room).Append(fence);
    }

    // Signs that begin or end a mark wherever they stand; an underscore within a word and a lone "&" are let be.
    [GeneratedRegex(
        @"[\\`*\[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w{1,31};)|~(?=~)|(?<=~)~|:(?=:)|(?<=:):|\|",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Signs();

    // What would make a line a heading, a quotation, a list, a rule, a table or a container.
    [GeneratedRegex(@"(?m)^(?<before>[ \t]*)(?<sign>[#>+=:-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"(?m)^(?<before>[ \t]*\d{1,9})(?<sign>[.)])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberStart();
}
