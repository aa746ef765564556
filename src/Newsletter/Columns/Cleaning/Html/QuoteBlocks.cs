using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Quotations and pull quotes, with whose words they are.</summary>
internal sealed class QuoteBlocks(BlockWalk walk)
{
    /// <summary>Null where the element is neither.</summary>
    public IReadOnlyList<Block>? Of(IElement element)
    {
        if (HtmlQuoteNames.IsPull(element))
            return PullQuote(element);
        if (element.LocalName is not "blockquote")
            return null;
        var attribution = TakeAttribution(element);
        var blocks = walk.Read(element);
        if (blocks.Count == 0)
            return attribution is null ? [] : [new Block.Paragraph([new Inline.Text(attribution)])];
        // A box around pictures or films quotes nobody.
        if (blocks.All(block => block is Block.Figure or Block.Embed))
            return blocks;
        return blocks is [Block.PullQuote pull]
            ? [pull with { Attribution = pull.Attribution ?? attribution }]
            : [QuotedWords.Quotation(blocks, attribution)];
    }

    private IReadOnlyList<Block> PullQuote(IElement element)
    {
        var attribution = TakeAttribution(element);
        var (words, others) = QuotedWords.Of(walk.Read(element).SelectMany(Unpacked).ToList());
        attribution ??= others.OfType<Block.Quotation>().FirstOrDefault()?.Attribution;
        var (said, by) = attribution is null ? QuotedWords.WithAttribution(words) : (words, attribution);
        var content = InlineTidy.Of(said);
        return content.Count == 0 ? others : [new Block.PullQuote(content, by), .. others];

        IEnumerable<Block> Unpacked(Block block)
        {
            if (block is Block.Quotation quotation)
                attribution ??= quotation.Attribution;
            else if (block is Block.PullQuote pull)
                attribution ??= pull.Attribution;
            return [block];
        }
    }

    /// <summary>Takes out of a quotation the element that says whose words it holds.</summary>
    private string? TakeAttribution(IElement quote)
    {
        var said = quote.QuerySelectorAll(
            "cite, footer, figcaption, [class*=author], [class*=attribution], [class*=auteur]"
        )
            is { Length: > 0 } found
            ? found[^1]
            : null;
        if (said is null || CardBlocks.IsOfEmbed(quote) || !IsLast(said, quote))
            return null;
        var name = BlockText
            .Of(InlineTidy.Of(walk.Words(said).Words))
            .Replace('\n', ' ')
            .TrimStart('—', '–', '―', '-', '~', ' ', '\u00A0')
            .Trim();
        if (name.Length is 0 or > 160)
            return null;
        var empty = said.ParentElement;
        said.Remove();
        while (empty is not null && empty != quote && string.IsNullOrWhiteSpace(empty.TextContent))
        {
            var outer = empty.ParentElement;
            empty.Remove();
            empty = outer;
        }
        return name;
    }

    // "As <cite>Hamlet</cite> says" names a work within the words; what comes last names who said them.
    private static bool IsLast(IElement said, IElement quote)
    {
        for (INode node = said; node != quote; node = node.Parent!)
        for (var after = node.NextSibling; after is not null; after = after.NextSibling)
            if (!string.IsNullOrWhiteSpace(after.TextContent))
                return false;
        return said.TextContent.Length < quote.TextContent.Trim().Length;
    }
}
