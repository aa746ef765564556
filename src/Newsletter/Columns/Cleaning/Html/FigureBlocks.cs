using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Pictures with their captions and credits, however the page lays them out.</summary>
internal sealed class FigureBlocks(BlockWalk walk, HtmlContext context)
{
    private const string Captions =
        "figcaption, .wp-caption-text, .gallery-caption, .caption-text, .image-caption, .media-caption, .img-caption, .legende, .spip_doc_titre, .spip_doc_descriptif, .spip_doc_legende, .spip_documents_caption, .caption, .mw-caption, .thumbcaption";

    private const string Credits =
        "[class*=credit], [class*=copyright], [class*=spip_doc_credits], [itemprop=copyrightHolder], small";

    private static readonly string[] Boxes =
    [
        "wp-caption",
        "gallery-item",
        "spip_documents",
        "spip_document",
        "image-caption-container",
        "captioned-image-container",
        "thumb",
        "media-image",
        "article-image",
        "article__image",
    ];

    /// <summary>Null where the element is no box around pictures.</summary>
    public IReadOnlyList<Block>? Of(IElement element)
    {
        if (!IsBox(element))
            return null;
        if (element.QuerySelector("figure, table, pre, blockquote, .gallery-item") is not null)
            return Nested(element);
        var caption = TakeCaption(element);
        var blocks = walk.Read(element);
        var pictures = blocks.OfType<Block.Figure>().ToList();
        if (pictures.Count == 0)
            return WithoutPicture(blocks, caption);
        // Other words in the box are the caption's where there is no other.
        var words = blocks.Where(block => block is not Block.Figure).ToList();
        var beside = words.All(block => block is Block.Paragraph);
        if (caption.Count == 0 && beside && words.Count is > 0 and <= 3 && BlockText.Of(words).Length < 500)
            (caption, words) = (InlineTidy.Of(QuotedWords.Of(words).Words), []);
        pictures[^1] = pictures[^1] with { Caption = caption };
        return [.. pictures.Select(Distinct), .. words];
    }

    private static bool IsBox(IElement element) =>
        element.LocalName is "figure"
        || (
            element.LocalName is "div" or "dl" or "span" or "p"
            && Array.Exists(Boxes, element.ClassList.Contains)
            && element.QuerySelectorAll("img, amp-img").Length == 1
            && element.QuerySelector("p, dd, figcaption, div, span") is not null
            && element.TextContent.Length < 1500
        );

    private IReadOnlyList<Block> Nested(IElement element)
    {
        var caption = TakeCaption(element);
        var table = element.QuerySelector("table") is not null;
        var blocks = walk.Read(element).ToList();
        if (caption.Count == 0)
            return blocks;
        if (table && blocks is [Block.Table only])
            return [only with { Caption = caption }];
        if (blocks is [Block.Quotation { Attribution: null } quotation])
            return [quotation with { Attribution = BlockText.Of(caption).Replace('\n', ' ') }];
        return blocks.Count == 0 ? [] : [.. blocks, new Block.Paragraph(caption)];
    }

    private IReadOnlyList<Block> WithoutPicture(IReadOnlyList<Block> blocks, IReadOnlyList<Inline> caption)
    {
        if (blocks is [Block.Embed card])
            return
            [
                card with
                {
                    Title = card.Title ?? (caption.Count > 0 ? BlockText.Of(caption).Replace('\n', ' ') : null),
                },
            ];
        if (caption.Count == 0 || blocks.Count > 0)
            return caption.Count == 0 ? blocks : [.. blocks, new Block.Paragraph(caption)];
        context.Leftovers.Drop(BlockText.Of(caption), "The caption of a picture that did not come with the text.");
        return blocks;
    }

    /// <summary>Takes the caption out of the box: the outermost one that is the box's own, then who made the picture.</summary>
    private IReadOnlyList<Inline> TakeCaption(IElement box)
    {
        var own = box.QuerySelectorAll(Captions)
            .Where(it => NearestBox(it) == box && it.QuerySelector("img, iframe, table, figure") is null && it != box)
            .ToList();
        var parts = new List<IReadOnlyList<Inline>>();
        foreach (var caption in own)
            if (
                caption.Parent is not null
                && !own.Exists(other => other != caption && caption.Ancestors().Contains(other))
            )
                Take(caption, parts);
        foreach (
            var credit in box.QuerySelectorAll(Credits)
                .Where(it => NearestBox(it) == box && it.QuerySelector("img") is null)
                .ToList()
        )
            if (box.Descendants().Contains(credit) && parts.Count > 0)
                Take(credit, parts);
        return parts.Count == 0 ? [] : [.. parts.Aggregate((a, b) => [.. a, new Inline.Text(" "), .. b])];
    }

    private static IElement? NearestBox(IElement element)
    {
        for (var outer = element.ParentElement; outer is not null; outer = outer.ParentElement)
            if (IsBoxName(outer))
                return outer;
        return null;
    }

    private static bool IsBoxName(IElement element) =>
        element.LocalName is "figure" || Array.Exists(Boxes, element.ClassList.Contains);

    private void Take(IElement element, List<IReadOnlyList<Inline>> parts)
    {
        var words = InlineTidy.Of(walk.Words(element).Words);
        element.Remove();
        if (words.Count > 0)
            parts.Add(words);
    }

    /// <summary>A description that says what the caption says would be read aloud twice.</summary>
    private static Block Distinct(Block.Figure figure) =>
        figure.Picture.Alt.Length > 0 && BlockText.Of(figure.Caption).Trim() == figure.Picture.Alt
            ? figure with
            {
                Picture = figure.Picture with { Alt = "" },
            }
            : figure;
}
