using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Gathers the blocks of a tree of HTML: words run together until a block begins.</summary>
internal sealed class HtmlFlow(HtmlOrigin origin)
{
    private const int Deepest = 100;

    private readonly List<Block> blocks = [];
    private readonly List<Inline> run = [];
    private readonly Leftovers leftovers = new();

    public HtmlContent Content()
    {
        End();
        if (
            blocks is [Block.Heading first, ..]
            && BlockText.Of(first.Content).Trim().Equals(origin.Title?.Trim(), StringComparison.OrdinalIgnoreCase)
        )
            blocks.RemoveAt(0);
        return new HtmlContent(blocks, leftovers.Dropped, leftovers.Notices);
    }

    public void Children(INode parent, int depth)
    {
        foreach (var node in parent.ChildNodes)
            Node(node, depth + 1);
    }

    private void Node(INode node, int depth)
    {
        if (node is IText text)
            Words(text.Data);
        else if (node is IElement element && depth > Deepest)
            Words(element.TextContent);
        else if (node is IElement one)
            Element(one, depth);
    }

    private void Element(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "noscript" or "template" or "form" or "button" or "svg":
                leftovers.Drop(element.OuterHtml, "It is no text of the column.");
                break;
            case "iframe" or "video" or "audio" or "embed":
                if (Address(element, "src") is { } embedded)
                    Add(EmbedCard.Of(embedded));
                break;
            case "img":
                if (Address(element, "src") is { } picture)
                    Add(new Block.Figure(new Picture(picture, element.GetAttribute("alt") ?? ""), []));
                break;
            case "br":
                run.Add(new Inline.LineBreak());
                break;
            case "hr":
                Add(new Block.Separator());
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                End();
                var heading = Inner(element, depth);
                if (heading.Count > 0)
                    blocks.Add(new Block.Heading(Math.Max(2, element.LocalName[1] - '0'), heading));
                break;
            case "ul" or "ol":
                List(element, depth);
                break;
            case "blockquote":
                var quoted = Below(element, depth);
                if (quoted.Count > 0)
                    Add(new Block.Quotation(quoted));
                break;
            case "pre":
                Add(new Block.CodeListing(element.TextContent, null));
                break;
            case "a" when Address(element, "href") is { } link && element.QuerySelector("img") is null:
                if (Inner(element, depth) is { Count: > 0 } words)
                    run.Add(new Inline.Link(link, words));
                break;
            case "em" or "i":
                run.Add(new Inline.Emphasis(Inner(element, depth)));
                break;
            case "strong" or "b":
                run.Add(new Inline.Strong(Inner(element, depth)));
                break;
            case "span" or "a" or "abbr" or "cite" or "small" or "u" or "sub" or "sup" or "code" or "font" or "time":
                Children(element, depth);
                break;
            default:
                End();
                Children(element, depth);
                End();
                break;
        }
    }

    private void List(IElement list, int depth)
    {
        var items = list
            .Children.Select(item => new ListItem(Below(item, depth)))
            .Where(item => item.Content.Count > 0);
        var all = items.ToList();
        if (all.Count > 0)
            Add(new Block.BulletedOrNumbered(list.LocalName is "ol", 1, all));
    }

    private IReadOnlyList<Block> Below(IElement element, int depth)
    {
        var flow = new HtmlFlow(origin with { Title = null });
        flow.Children(element, depth);
        return flow.Content().Blocks;
    }

    private IReadOnlyList<Inline> Inner(IElement element, int depth)
    {
        var flow = new HtmlFlow(origin with { Title = null });
        flow.Children(element, depth);
        return [.. flow.Content().Blocks.OfType<Block.Paragraph>().SelectMany(paragraph => paragraph.Content)];
    }

    private void Words(string text)
    {
        var words = string.Join(
            ' ',
            CleanText.Of(text).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
        );
        if (words.Length == 0)
            words = run.Count > 0 && text.Length > 0 ? " " : "";
        else
            words =
                (char.IsWhiteSpace(text[0]) && run.Count > 0 ? " " : "")
                + words
                + (char.IsWhiteSpace(text[^1]) ? " " : "");
        if (words.Length > 0)
            run.Add(new Inline.Text(words));
    }

    private void Add(Block block)
    {
        End();
        blocks.Add(block);
    }

    private void End()
    {
        if (BlockText.Of(run).Trim().Length > 0)
            blocks.Add(new Block.Paragraph([.. run]));
        run.Clear();
    }

    private string? Address(IElement element, string name) =>
        WebAddress.OfPage(element.GetAttribute(name), origin.Base?.AbsoluteUri);
}
