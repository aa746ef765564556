namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>Turns pieces into blocks, each judged beside its neighbours: a heading is one because prose follows.</summary>
internal sealed class BodyPieces(InlineReader inlines)
{
    public IReadOnlyList<Block> Blocks(IReadOnlyList<BodyPiece> pieces)
    {
        var blocks = new List<Block>();
        for (var index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            var next = index + 1 < pieces.Count ? pieces[index + 1] : null;
            var afterHeading = blocks is [.., Block.Heading];
            if (piece.Text is not null && next is not null && HeadingShape.Is(piece, next, afterHeading))
                AddWords(blocks, piece.Text, words => new Block.Heading(2, words));
            else if (piece.Block is Block.BulletedOrNumbered list && Continues(blocks, list) is { } joined)
                blocks[^1] = joined;
            else if (piece.Block is not null)
                blocks.Add(piece.Block);
            else
                AddWords(blocks, piece.Text!, words => new Block.Paragraph(words));
        }
        return blocks;
    }

    /// <summary>A block in the middle of words does not cut them: it comes before them if it opened them, else after.</summary>
    private void AddWords(List<Block> blocks, string text, Func<IReadOnlyList<Inline>, Block> make)
    {
        var lifted = new List<Block>();
        var opening = OpeningBlocks(text);
        var words = inlines.Read(text, lifted);
        blocks.AddRange(lifted.Take(opening));
        if (words.Count > 0)
            blocks.Add(make(words));
        blocks.AddRange(lifted.Skip(opening));
    }

    private static int OpeningBlocks(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; )
            if (text[at] is Cleaning.Held.BlockSign)
                (count, at) = (count + 1, at + 3);
            else if (char.IsWhiteSpace(text[at]))
                at++;
            else
                break;
        return count;
    }

    // Items with blank lines between them are still one list.
    private static Block.BulletedOrNumbered? Continues(List<Block> blocks, Block.BulletedOrNumbered list) =>
        blocks is [.., Block.BulletedOrNumbered before]
        && before.Numbered == list.Numbered
        && (!list.Numbered || list.Start == before.Start + before.Items.Count)
            ? before with
            {
                Items = [.. before.Items, .. list.Items],
            }
            : null;
}
