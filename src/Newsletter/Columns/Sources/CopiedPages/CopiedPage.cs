using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>
/// Reads plain text, mostly as copied off a web page, as a column. In order: what is certain is held (listings, HTML,
/// shortcodes), the page's top and end are read, and what is left is the column's body.
/// </summary>
internal static class CopiedPage
{
    /// <param name="name">The file's name, which stands in for a title that the page does not have.</param>
    public static ColumnDraft Read(string text, string name, ShortcodeNames shortcodes)
    {
        var leftovers = new Leftovers();
        var held = new Held();
        var inlines = new InlineReader(held);
        var body = new BodyReader(inlines, leftovers);
        var lines = PageLine.Of(Prepared(text, held, inlines, body, shortcodes, leftovers));

        var head = new HeadReader(leftovers).Read(lines);
        var foot = new FootReader(leftovers);
        foot.TakeFurniture(lines);
        foot.TakeSignature(lines, head);
        var notes = NoteLines.Take(lines, held.Notes.Select(note => note.Label).ToHashSet());
        foot.TakeFurniture(lines);
        if (head.Authors.Count == 0)
            foot.TakeSignature(lines, head);
        inlines.NoteLabels.UnionWith(notes.Labels);

        List<Block> blocks = [.. body.Read(lines), .. held.Notes, .. notes.Read(inlines)];
        var standfirst = head.Standfirst is null ? [] : inlines.Read(head.Standfirst, blocks);
        return DraftEnding.Of(
            head.Title,
            standfirst,
            head.Authors,
            blocks,
            language: null,
            head.Date,
            address: null,
            name,
            leftovers
        );
    }

    /// <summary>Words in a copied page's manner as blocks, for whoever meets them within something else.</summary>
    public static IReadOnlyList<Block> ReadBlocks(string text, Leftovers leftovers, string? page)
    {
        var held = new Held();
        var body = new BodyReader(new InlineReader(held), leftovers);
        return body.Read(HtmlRemnants.Flatten(text, held, leftovers, page));
    }

    private static string Prepared(
        string text,
        Held held,
        InlineReader inlines,
        BodyReader body,
        ShortcodeNames shortcodes,
        Leftovers leftovers
    )
    {
        var fenced = CodeFences.Hold(CleanText.Of(text, leftovers), held);
        var plain = HtmlRemnants.Flatten(fenced, held, leftovers);
        if (plain != fenced)
            leftovers.Notice("HTML in the text was read as what it stands for.");
        var meaning = new ShortcodeMeaning(held, leftovers, body.Read, words => inlines.Read(words, []));
        return ShortcodeReader.Expand(plain, shortcodes, meaning, leftovers);
    }
}
