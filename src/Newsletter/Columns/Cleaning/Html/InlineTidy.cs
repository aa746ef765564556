using System.Text;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// Words as a browser shows them: blanks in a row are one, none stands at an end or beside a line's end, and a mark
/// around nothing is none.
/// </summary>
internal sealed class InlineTidy
{
    private bool afterBlank = true;

    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> content)
    {
        var tidy = new InlineTidy().Read(content);
        tidy = TrimmedEnd(tidy);
        return BlockText.Of(tidy).Any(letter => !char.IsWhiteSpace(letter)) ? tidy : [];
    }

    private List<Inline> Read(IReadOnlyList<Inline> content)
    {
        var tidy = new List<Inline>();
        foreach (var inline in content)
            Add(tidy, inline);
        return tidy;
    }

    private void Add(List<Inline> tidy, Inline inline)
    {
        switch (inline)
        {
            case Inline.Text(var value):
                if (Collapsed(value) is { Length: > 0 } text)
                    Join(tidy, text);
                break;
            case Inline.LineBreak:
                tidy = Replaced(tidy, TrimmedEnd(tidy));
                if (tidy.Count > 0)
                    tidy.Add(inline);
                afterBlank = true;
                break;
            case Inline.Code(var code):
                if (Collapsed(code).Trim() is { Length: > 0 } words)
                    tidy.Add(new Inline.Code(words));
                break;
            case Inline.NoteReference:
                afterBlank = false;
                tidy.Add(inline);
                break;
            default:
                Marked(tidy, inline);
                break;
        }
    }

    /// <summary>The blanks at a mark's ends are set outside it; a mark that holds no more is gone.</summary>
    private void Marked(List<Inline> tidy, Inline inline)
    {
        var inner = Read(Content(inline));
        if (inner is [Inline.Text(var first), ..] && first[0] is ' ')
        {
            Join(tidy, " ");
            inner = Replaced(inner, first.Length == 1 ? inner[1..] : [new Inline.Text(first[1..]), .. inner[1..]]);
        }
        var endsBlank = inner is [.., Inline.Text(var last)] && last[^1] is ' ';
        inner = Replaced(inner, TrimmedEnd(inner));
        if (BlockText.Of(inner).Any(letter => !char.IsWhiteSpace(letter)))
            tidy.Add(With(inline, inner));
        else
            foreach (var rest in inner)
                if (rest is Inline.LineBreak)
                    tidy.Add(rest);
        if (endsBlank)
            Join(tidy, " ");
    }

    private string Collapsed(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
        {
            var blank = letter is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!blank)
                text.Append(letter);
            else if (!afterBlank)
                text.Append(' ');
            afterBlank = blank;
        }
        return text.ToString();
    }

    private static void Join(List<Inline> tidy, string text)
    {
        if (tidy is [.., Inline.Text(var before)])
            tidy[^1] = new Inline.Text(before + text);
        else
            tidy.Add(new Inline.Text(text));
    }

    private static List<Inline> Replaced(List<Inline> list, List<Inline> by)
    {
        if (ReferenceEquals(list, by))
            return list;
        list.Clear();
        list.AddRange(by);
        return list;
    }

    private static List<Inline> TrimmedEnd(List<Inline> list)
    {
        var kept = list.ToList();
        while (kept.Count > 0)
            if (kept[^1] is Inline.LineBreak)
                kept.RemoveAt(kept.Count - 1);
            else if (
                kept[^1] is Inline.Text(var text)
                && text.TrimEnd(' ') is var trimmed
                && trimmed.Length < text.Length
            )
            {
                kept.RemoveAt(kept.Count - 1);
                if (trimmed.Length > 0)
                    kept.Add(new Inline.Text(trimmed));
            }
            else
                break;
        return kept;
    }

    private static IReadOnlyList<Inline> Content(Inline inline) =>
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

    private static Inline With(Inline inline, IReadOnlyList<Inline> content) =>
        inline switch
        {
            Inline.Emphasis => new Inline.Emphasis(content),
            Inline.Strong => new Inline.Strong(content),
            Inline.Strikethrough => new Inline.Strikethrough(content),
            Inline.Superscript => new Inline.Superscript(content),
            Inline.Subscript => new Inline.Subscript(content),
            Inline.Link(var address, _) => new Inline.Link(address, content),
            _ => inline,
        };
}
