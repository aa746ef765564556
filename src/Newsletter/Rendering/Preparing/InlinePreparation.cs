using Newsletter.Columns;
using Newsletter.Rendering.Typography;

namespace Newsletter.Rendering.Preparing;

/// <summary>Cleans a run of text, drops what says nothing, and sets the rest as its language does.</summary>
internal sealed class InlinePreparation(string language)
{
    private const int LongestRaised = 24;

    public IReadOnlyList<Inline> Of(IReadOnlyList<Inline> content) =>
        Typesetter.Set(Named(Trim(Clean(content, withinLink: false))), language);

    /// <summary>Empty where nothing of it can be seen.</summary>
    public string Of(string text) =>
        CleanText.OneLine(text) is var line && Visible.Is(line) ? Typesetter.Set(line, language) : "";

    private static List<Inline> Clean(IReadOnlyList<Inline> content, bool withinLink)
    {
        var clean = new List<Inline>(content.Count);
        foreach (var inline in content)
        {
            switch (inline)
            {
                case Inline.Text(var value):
                    Add(clean, new Inline.Text(CleanText.Of(value)));
                    break;
                case Inline.Code(var value) when CleanText.Of(value) is var code && Visible.Is(code):
                    clean.Add(new Inline.Code(code));
                    break;
                case Inline.NoteReference(var label):
                    clean.Add(new Inline.NoteReference(NoteLabel.Of(label)));
                    break;
                case Inline.LineBreak:
                    AddBreak(clean);
                    break;
                case Inline.Link link:
                    CleanLink(link, clean, withinLink);
                    break;
                case Inline.Code(var blank):
                    Add(clean, new Inline.Text(blank.Length > 0 ? " " : ""));
                    break;
                case Inline.Superscript or Inline.Subscript when IsSmallPrint(inline):
                    AddAll(clean, Clean(Inlines.Within(inline), withinLink));
                    break;
                default:
                    AddWithin(clean, Clean(Inlines.Within(inline), withinLink), words => Inlines.With(inline, words));
                    break;
            }
        }
        return clean;
    }

    /// <summary>Each link says where it leads, once those beside one another are joined.</summary>
    private static List<Inline> Named(IReadOnlyList<Inline> content) =>
        [
            .. content.Select(inline =>
                inline is Inline.Link link ? link with { Content = LinkWords.Of(link.Address, link.Content) }
                : Inlines.Within(inline) is { Count: > 0 } within ? Inlines.With(inline, Named(within))
                : inline
            ),
        ];

    /// <summary>A link without words shows its address; a link to nowhere leaves its words.</summary>
    private static void CleanLink(Inline.Link link, List<Inline> clean, bool withinLink)
    {
        var within = Clean(link.Content, withinLink: true);
        if (withinLink || !Links.TryLead(link.Address, out var address))
            AddAll(clean, within);
        else if (Inlines.IsBlank(within))
            AddLink(clean, new Inline.Link(address, []));
        else
            AddWithin(clean, within, words => new Inline.Link(address, words));
    }

    /// <summary>Breaks and blanks at the ends of what is marked stand outside the mark, where they can be counted.</summary>
    private static void AddWithin(List<Inline> clean, List<Inline> within, Func<IReadOnlyList<Inline>, Inline> marked)
    {
        var start = within.FindIndex(inline => !IsEmptyEnd(inline));
        var end = within.FindLastIndex(inline => !IsEmptyEnd(inline)) + 1;
        if (end == 0)
        {
            AddAll(clean, within);
            return;
        }
        AddAll(clean, within[..start]);
        if (marked(within[start..end]) is Inline.Link link)
            AddLink(clean, link);
        else
            clean.Add(marked(within[start..end]));
        AddAll(clean, within[end..]);
    }

    private static void AddAll(List<Inline> clean, List<Inline> more)
    {
        foreach (var inline in more)
        {
            if (inline is Inline.Text text)
                Add(clean, text);
            else if (inline is Inline.LineBreak)
                AddBreak(clean);
            else
                clean.Add(inline);
        }
    }

    /// <summary>Two breaks show as an empty line; more of them are somebody's way to make room, which a phone lacks.</summary>
    private static void AddBreak(List<Inline> clean)
    {
        if (clean.AsEnumerable().Reverse().TakeWhile(IsEmptyEnd).Count(inline => inline is Inline.LineBreak) < 2)
            clean.Add(new Inline.LineBreak());
    }

    /// <summary>Two links beside one another to one place are one link: an editor split it, and people tab through both.</summary>
    private static void AddLink(List<Inline> clean, Inline.Link link)
    {
        var gap = clean is [.., Inline.Link, Inline.Text(var between)] && string.IsNullOrWhiteSpace(between) ? 1 : 0;
        if (clean.Count > gap && clean[^(gap + 1)] is Inline.Link before && before.Address == link.Address)
        {
            Inline[] joined = [.. before.Content, .. clean[^gap..], .. link.Content];
            clean.RemoveRange(clean.Count - gap - 1, gap + 1);
            link = link with { Content = joined };
        }
        clean.Add(link);
    }

    private static void Add(List<Inline> clean, Inline.Text text)
    {
        if (text.Value.Length == 0)
            return;
        if (clean.Count > 0 && clean[^1] is Inline.Text before)
            clean[^1] = new Inline.Text(before.Value + text.Value);
        else
            clean.Add(text);
    }

    /// <summary>No break and no blank at either end: they would show as an empty line.</summary>
    private static List<Inline> Trim(List<Inline> content)
    {
        while (content.Count > 0 && IsEmptyEnd(content[0]))
            content.RemoveAt(0);
        while (content.Count > 0 && IsEmptyEnd(content[^1]))
            content.RemoveAt(content.Count - 1);
        if (content.Count > 0 && content[0] is Inline.Text first)
            content[0] = new Inline.Text(first.Value.TrimStart());
        if (content.Count > 0 && content[^1] is Inline.Text last)
            content[^1] = new Inline.Text(last.Value.TrimEnd());
        return content;
    }

    /// <summary>What is raised or lowered is a number or a letter; a sentence there is small print that nobody can read.</summary>
    private static bool IsSmallPrint(Inline raised) => Inlines.PlainText([raised]).Length > LongestRaised;

    private static bool IsEmptyEnd(Inline inline) =>
        inline is Inline.LineBreak || (inline is Inline.Text(var value) && !Visible.Is(value));
}
