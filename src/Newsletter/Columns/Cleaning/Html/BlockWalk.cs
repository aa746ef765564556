using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Walks a sanitized tree and writes the blocks that it stands for.</summary>
internal sealed class BlockWalk
{
    private readonly HtmlContext context;
    private readonly bool linesMean;
    private readonly FlowText text;
    private readonly HtmlPictures pictures;
    private readonly FigureBlocks figures;
    private readonly QuoteBlocks quotes;
    private readonly ListBlocks lists;
    private readonly TableBlocks tables;
    private readonly CardBlocks cards;

    public BlockWalk(HtmlContext context, bool linesMean)
    {
        (this.context, this.linesMean) = (context, linesMean);
        text = new FlowText(context);
        pictures = new HtmlPictures(context);
        cards = new CardBlocks(context);
        figures = new FigureBlocks(this, context);
        quotes = new QuoteBlocks(this);
        lists = new ListBlocks(this);
        tables = new TableBlocks(this);
    }

    public IReadOnlyList<Block> Read(INode root) => Read(root.ChildNodes);

    public IReadOnlyList<Block> Read(IEnumerable<INode> nodes)
    {
        var flow = new BlockFlow(linesMean);
        foreach (var node in nodes)
            Walk(node, flow);
        return flow.Finish();
    }

    /// <summary>The words of an element, and the blocks in it that are none.</summary>
    public (IReadOnlyList<Inline> Words, IReadOnlyList<Block> Others) Words(INode element) =>
        QuotedWords.Of(Read(element));

    private void Walk(INode node, BlockFlow flow)
    {
        if (node is IText { Data: var data })
            text.Write(data, flow, inParagraph: node.ParentElement?.LocalName is "p" or "pre" or "li");
        else if (node is IElement element)
            Walk(element, flow);
    }

    private void Walk(IElement element, BlockFlow flow)
    {
        if (cards.Of(element) is { } card)
            flow.Add(card);
        else if (quotes.Of(element) is { } quote)
            flow.AddRange(quote);
        else if (figures.Of(element) is { } figure)
            flow.AddRange(figure);
        else
            ByName(element, flow);
    }

    private void ByName(IElement element, BlockFlow flow)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, flow);
                break;
            case "img" or "amp-img":
                Picture(element, flow);
                break;
            case "noscript" or "picture":
                pictures.SkipDoubled(element);
                Children(element, flow);
                break;
            case "iframe"
            or "object"
            or "embed"
            or "video"
            or "audio"
            or "input"
            or "select"
            or "textarea"
            or "button"
            or "map"
            or "label"
            or "param"
            or "source"
            or "area"
            or "rp":
                // What they hold is for those who cannot show them, or for nobody.
                break;
            case "br":
                flow.Break();
                break;
            case "hr":
                flow.Add(new Block.Separator());
                break;
            case "ul" or "ol" or "menu" or "dl":
                flow.AddRange(lists.Of(element));
                break;
            case "table":
                flow.AddRange(tables.Of(element));
                break;
            case "pre":
                flow.AddRange(ListingBlocks.Of(element, this));
                break;
            case "a":
                Link(element, flow);
                break;
            case "q":
                var (opening, closing) = QuoteSigns.Of(context.Language);
                flow.Add(opening);
                Children(element, flow);
                flow.Add(closing);
                break;
            case "summary" or "dt":
                flow.EndParagraph();
                Marked(element, flow, InlineMark.Strong);
                flow.EndParagraph();
                break;
            default:
                Other(element, flow);
                break;
        }
    }

    private void Other(IElement element, BlockFlow flow)
    {
        if (InlineMarks.Of(element) is { } mark)
            Marked(element, flow, mark);
        else if (HtmlBlockNames.Contains(element))
        {
            flow.EndParagraph();
            Children(element, flow);
            flow.EndParagraph();
        }
        else
            Children(element, flow);
    }

    private void Children(IElement element, BlockFlow flow)
    {
        foreach (var child in element.ChildNodes)
            Walk(child, flow);
    }

    private void Marked(IElement element, BlockFlow flow, InlineMark mark)
    {
        flow.Open(mark);
        Children(element, flow);
        flow.Close(mark);
    }

    private void Heading(IElement element, BlockFlow flow)
    {
        var (words, others) = Words(element);
        flow.EndParagraph();
        if (words.Count > 0)
            flow.Add(new Block.Heading(Math.Max(2, element.LocalName[1] - '0'), InlineTidy.Of(words)));
        flow.AddRange(others);
    }

    private void Picture(IElement element, BlockFlow flow)
    {
        if (HtmlPictures.WordFor(element) is { } word)
            flow.Add(word);
        else if (pictures.Of(element) is { } picture)
            flow.Lift(new Block.Figure(picture, []));
    }

    private void Link(IElement element, BlockFlow flow)
    {
        if (context.Link(element.GetAttribute("href")) is not { } address)
        {
            if (
                element.GetAttribute("href") is { Length: > 0 } written
                && context.PlaceOnPage(written) is null
                && written is not "#"
            )
                context.Leftovers.Drop(written, "A link without an address that can be followed; its words were kept.");
            Children(element, flow);
            return;
        }
        if (context.PlaceOnPage(element.GetAttribute("href")) is not null)
        {
            Children(element, flow);
            return;
        }
        flow.Open(InlineMark.Link, address);
        Children(element, flow);
        flow.Close(InlineMark.Link);
    }
}
