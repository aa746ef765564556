using System.Text;
using Newsletter.Columns;
using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering;

/// <summary>What every rendering asks of a run of text: its plain words, what it holds, itself with other content.</summary>
internal static class Inlines
{
    public static IReadOnlyList<Inline> Within(Inline inline) =>
        inline switch
        {
            Inline.Emphasis(var content) => content,
            Inline.Strong(var content) => content,
            Inline.Strikethrough(var content) => content,
            Inline.Superscript(var content) => content,
            Inline.Subscript(var content) => content,
            Inline.Link(_, var content) => content,
            _ => [],
        };

    public static Inline With(Inline inline, IReadOnlyList<Inline> content) =>
        inline switch
        {
            Inline.Emphasis => new Inline.Emphasis(content),
            Inline.Strong => new Inline.Strong(content),
            Inline.Strikethrough => new Inline.Strikethrough(content),
            Inline.Superscript => new Inline.Superscript(content),
            Inline.Subscript => new Inline.Subscript(content),
            Inline.Link link => link with { Content = content },
            _ => inline,
        };

    /// <summary>The words as read aloud: a line break is a space, a reference to a note is nothing.</summary>
    public static string PlainText(IReadOnlyList<Inline> content)
    {
        if (content is [Inline.Text only])
            return only.Value;
        var text = new StringBuilder();
        Append(content, text);
        return text.ToString();
    }

    public static bool IsBlank(IReadOnlyList<Inline> content) => !Visible.Is(PlainText(content));

    private static void Append(IReadOnlyList<Inline> content, StringBuilder text)
    {
        foreach (var inline in content)
        {
            _ = inline switch
            {
                Inline.Text(var value) => text.Append(value),
                Inline.Code(var value) => text.Append(value),
                Inline.LineBreak => text.Append(' '),
                _ => text,
            };
            Append(Within(inline), text);
        }
    }
}
