using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// Footnotes, by what all programs that make them have in common: a number that is a link to a place further down the
/// page, and at that place a link back, or a list that calls itself notes.
/// </summary>
internal static partial class HtmlNotes
{
    private const int MostNotes = 500;

    public static void Take(IElement root, HtmlContext context)
    {
        var places = Places(root);
        var order = new Dictionary<INode, int>();
        foreach (var node in root.Descendants())
            order[node] = order.Count;
        var notes = new Dictionary<IElement, (string Label, HashSet<string> Backs)>();
        var calls = new List<(IElement Call, string Label)>();
        foreach (var link in root.QuerySelectorAll("a[href]"))
        {
            if (notes.Count >= MostNotes || !IsCall(link) || Target(link, context, places) is not { } target)
                continue;
            var note = NoteOf(target, root);
            if (
                note is null
                || note.Contains(link)
                || order[note] < order[link]
                || !IsNote(note, target, link, context)
            )
                continue;
            if (!notes.TryGetValue(note, out var known))
                notes[note] = known = ($"{context.Held.Notes.Count + notes.Count + 1}", []);
            known.Backs.UnionWith(NamesNear(link));
            calls.Add((link, known.Label));
        }
        foreach (var (call, label) in calls)
            Replace(call, context.Held.Hold(new Inline.NoteReference(label)));
        foreach (var (note, (label, backs)) in notes)
            Read(note, label, backs, context);
    }

    private static bool IsCall(IElement link) => Label().IsMatch(link.TextContent.Trim());

    private static Dictionary<string, IElement> Places(IElement root)
    {
        var places = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var element in root.QuerySelectorAll("[id], a[name]"))
        {
            places.TryAdd(element.Id ?? "", element);
            places.TryAdd(element.GetAttribute("name") ?? "", element);
        }
        places.Remove("");
        return places;
    }

    private static IElement? Target(IElement link, HtmlContext context, Dictionary<string, IElement> places) =>
        context.PlaceOnPage(link.GetAttribute("href")) is { } name ? places.GetValueOrDefault(name) : null;

    /// <summary>The block that holds the note's text.</summary>
    private static IElement? NoteOf(IElement target, IElement root)
    {
        var note = target;
        while (
            note is not null
            && note != root
            && note.LocalName is not ("li" or "p" or "div" or "dd" or "td" or "aside" or "section")
        )
            note = note.ParentElement;
        if (note is null || note == root)
            return null;
        // A cell with the number stands beside the cell with the text.
        return note.LocalName is "td" ? note.ParentElement : note;
    }

    private static bool IsNote(IElement note, IElement target, IElement call, HtmlContext context)
    {
        if (note.TextContent.Length > 6000 || note.QuerySelector("h1, h2, article") is not null)
            return false;
        var backs = NamesNear(call).ToHashSet(StringComparer.Ordinal);
        if (
            note.QuerySelectorAll("a[href]")
                .Any(link => context.PlaceOnPage(link.GetAttribute("href")) is { } name && backs.Contains(name))
        )
            return true;
        var inNotes = note.Ancestors<IElement>()
            .Prepend(note)
            .Take(4)
            .Any(outer => NotesName().IsMatch($"{outer.ClassName} {outer.Id}"));
        return inNotes || NotesName().IsMatch($"{call.ClassName} {call.Id} {target.Id}");
    }

    /// <summary>The names by which a note may lead back to where it was called.</summary>
    private static IEnumerable<string> NamesNear(IElement call) =>
        call.Ancestors<IElement>()
            .Take(3)
            .Prepend(call)
            .Concat(call.Children)
            .Concat(call.PreviousElementSibling is { LocalName: "a" or "span" } before ? [before] : [])
            .SelectMany(near => new[] { near.Id, near.GetAttribute("name") })
            .OfType<string>()
            .Where(name => name.Length > 0);

    /// <summary>Puts the sign where the number stood, its brackets and its raised place included.</summary>
    private static void Replace(IElement call, string sign)
    {
        INode place = call;
        while (
            place.Parent is IElement { LocalName: "sup" or "span" or "small" or "a" or "b" } outer
            && Bare(outer) == Bare(call)
        )
            place = outer;
        if (
            place.PreviousSibling is IText before
            && place.NextSibling is IText after
            && before.Data.TrimEnd() is [.., '[' or '(']
            && after.Data.TrimStart() is [']' or ')', ..]
        )
        {
            before.Data = before.Data.TrimEnd()[..^1].TrimEnd();
            after.Data = after.Data.TrimStart()[1..];
        }
        place.Parent!.ReplaceChild(call.Owner!.CreateTextNode(sign), place);
    }

    private static string Bare(INode node) => Brackets().Replace(node.TextContent, "");

    private static void Read(IElement note, string label, HashSet<string> backs, HtmlContext context)
    {
        foreach (var link in note.QuerySelectorAll("a").ToList())
        {
            var leadsBack =
                context.PlaceOnPage(link.GetAttribute("href")) is { } name
                && (backs.Contains(name) || BackSign().IsMatch(link.TextContent.Trim()));
            var isNumber = link.GetAttribute("href") is null && Label().IsMatch(link.TextContent.Trim());
            if (leadsBack || isNumber)
                Replace(link, "");
        }
        var first = note.Descendants<IText>().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text.Data));
        if (first is not null && note.LocalName is not "li")
            first.Data = Number().Replace(first.Data, "");
        else if (first is not null)
            first.Data = BracketedNumber().Replace(first.Data, "");
        if (note.Parent is null)
            return;
        var parent = note.ParentElement;
        note.Remove();
        var blocks = new BlockWalk(context, linesMean: false).Read([note]);
        blocks = blocks is [Block.BulletedOrNumbered { Items: [var only] }] ? only.Content : blocks;
        if (blocks.Count > 0)
            context.Held.Notes.Add(new Block.Note(label, blocks));
        for (
            var empty = parent;
            empty is not null && string.IsNullOrWhiteSpace(empty.TextContent) && empty.LocalName is not "body";

        )
        {
            var outer = empty.ParentElement;
            if (empty.QuerySelector("img, iframe, video") is null)
                empty.Remove();
            empty = outer;
        }
    }

    [GeneratedRegex(
        @"^[\[(]?\s*(?:(?:note|n\.)\s*)?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s*[\])]?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"foot_?-?notes?|endnotes?|(?:^|[\s_-])(?:notes?|fn|ftn|nb|refs?|references|sdfootnote\w*)(?:[\s_:-]?\d+|[\s_-]|$)|notesbaspage|notes?_(?:bas|ref)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NotesName();

    [GeneratedRegex(
        @"^[\s↩↑^←⤴⏎▲\uFE0E\uFE0F()\[\]]*$|^(?:retour|back|haut|jump up).{0,30}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex BackSign();

    [GeneratedRegex(
        @"^\s*(?:[\[(]\s*(?:\d{1,3}|\*+|[a-z])?\s*[\])]|\d{1,3}(?=[.\s])\.?|\*+)?[\s.:–—-]*",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*[\[(]\s*\d{0,3}\s*[\])]\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketedNumber();

    [GeneratedRegex(@"[\s\[\]()]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();
}
