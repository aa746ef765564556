namespace Newsletter.Columns.Cleaning;

/// <summary>Quotations of both kinds, and the line under them that says whose words they are: "— Ada Lovelace".</summary>
internal static class QuotedWords
{
    private const int LongestAttribution = 120;

    public static Block.Quotation Quotation(IReadOnlyList<Block> blocks, string? author = null)
    {
        if (author is not null || blocks is not [.., Block.Paragraph(var last)])
            return new Block.Quotation(blocks, author);
        var (words, attribution) = WithAttribution(last, alone: blocks.Count > 1);
        if (attribution is null)
            return new Block.Quotation(blocks);
        var before = blocks.Take(blocks.Count - 1);
        return new Block.Quotation(
            words.Count == 0 ? [.. before] : [.. before, new Block.Paragraph(words)],
            attribution
        );
    }

    /// <summary>The words of paragraphs set as lines of one quote, and the blocks that are no words.</summary>
    public static (IReadOnlyList<Inline> Words, IReadOnlyList<Block> Others) Of(IReadOnlyList<Block> blocks)
    {
        var words = new List<Inline>();
        var others = new List<Block>();
        foreach (var block in blocks)
        {
            var content = block switch
            {
                Block.Paragraph paragraph => paragraph.Content,
                Block.Heading heading => heading.Content,
                Block.Quotation quotation => Of(quotation.Content).Words,
                Block.PullQuote quote => quote.Content,
                _ => null,
            };
            if (content is null)
                others.Add(block);
            else
                words.AddRange(words.Count > 0 ? [new Inline.LineBreak(), .. content] : content);
        }
        return (words, others);
    }

    public static (IReadOnlyList<Inline> Words, string? Attribution) WithAttribution(
        IReadOnlyList<Inline> words,
        bool alone = false
    )
    {
        var cut = words.Count;
        while (cut > 0 && words[cut - 1] is not Inline.LineBreak)
            cut--;
        if (cut == 0 && !alone)
            return (words, null);
        var line = BlockText.Of([.. words.Skip(cut)]).Trim();
        var name = line.TrimStart('—', '–', '―', '-', '~', ' ', '\u00A0', '\u202F');
        var isAttribution =
            line.Length > name.Length
            && line[0] is '—' or '–' or '―' or '-' or '~'
            && name.Length is > 0 and <= LongestAttribution;
        return isAttribution ? ([.. words.Take(Math.Max(0, cut - 1))], name) : (words, null);
    }
}
