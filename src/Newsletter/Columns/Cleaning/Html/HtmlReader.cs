using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Reads pieces of HTML, one within another: a shortcode in an article, the words of a caption in it.</summary>
internal sealed class HtmlReader(HtmlContext context)
{
    // A pull quote in a box in a column: whatever is nested deeper is read as words.
    private const int Deepest = 12;

    private int depth;

    /// <summary>A piece in which shortcodes may stand.</summary>
    public IReadOnlyList<Block> Piece(string html) => Blocks(HtmlShortcodes.Expand(html, context, this));

    /// <summary>A piece whose shortcodes were put in place.</summary>
    public IReadOnlyList<Block> Blocks(string html)
    {
        if (depth >= Deepest)
            return [];
        depth++;
        var document = HtmlTree.ParsePiece(html);
        HtmlTree.Sanitize(document, context.Leftovers);
        var blocks = document.Body is { } body ? Tree(body) : [];
        depth--;
        return blocks;
    }

    public IReadOnlyList<Inline> Words(string html) => QuotedWords.Of(Blocks(html)).Words;

    /// <summary>A tree that was sanitized.</summary>
    public IReadOnlyList<Block> Tree(IElement root)
    {
        new HtmlFurniture(context.Leftovers).TakeFrom(root);
        HtmlNotes.Take(root, context);
        var walk = new BlockWalk(context, BlankLines.Mean(root));
        return walk.Read(root);
    }
}
