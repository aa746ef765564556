using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>
/// Reads plain text, mostly as copied off a web page, as a column. In order: what is certain is held (listings, HTML,
/// shortcodes), the page's top and end are read, and what is left is the column's body.
/// </summary>
internal static class CopiedPage
{
    public const string TitleOnly = "The column has a title and no text.";

    /// <param name="name">The file's name, which stands in for a title that the page does not have.</param>
    public static ColumnDraft Read(string text, string name)
    {
        var leftovers = new Leftovers();
        var held = new Held();
        var inlines = new InlineReader(held);
        var body = new BodyReader(inlines, leftovers);
        var lines = PageLine.Of(Prepared(text, held, inlines, body, leftovers));

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
        if (head.Title is not null && blocks.Count == 0)
            leftovers.Notice(TitleOnly);
        var title = head.Title ?? (blocks.Count == 0 ? "" : FileTitle.Of(name, leftovers));
        var standfirst = head.Standfirst is null ? [] : inlines.Read(head.Standfirst, blocks);
        return new ColumnDraft(
            title,
            standfirst,
            head.Authors,
            blocks,
            ProseLanguage.Of($"{title}\n{BlockText.Of(standfirst)}\n{BlockText.Of(blocks)}"),
            head.Date,
            Address: null,
            leftovers.Dropped,
            leftovers.Notices
        );
    }

    /// <summary>Words in a copied page's manner as blocks, for whoever meets them within something else.</summary>
    public static IReadOnlyList<Block> ReadBlocks(string text, Leftovers leftovers, string? page)
    {
        var held = new Held();
        var body = new BodyReader(new InlineReader(held), leftovers);
        return body.Read(HtmlRemnants.Flatten(text, held, leftovers, page));
    }

    private static string Prepared(string text, Held held, InlineReader inlines, BodyReader body, Leftovers leftovers)
    {
        var clean = CleanText.Of(text, leftovers);
        var plain = HtmlRemnants.Flatten(CodeFences.Hold(clean, held), held, leftovers);
        if (plain != clean && plain.AsSpan().ContainsAnyInRange(Held.BlockSign, '\uE12F'))
            leftovers.Notice("HTML in the text was read as what it stands for.");
        var meaning = new ShortcodeMeaning(held, leftovers, body.Read, words => inlines.Read(words, []));
        return ShortcodeReader.Expand(plain, meaning, leftovers);
    }
}
