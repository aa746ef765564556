using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning;
using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering;

/// <summary>
/// Columns made of the HTML that stands in exports and feeds, whatever their format: what rendering gets is real, and
/// none of it has been through the readers of sources, so it is rougher than what they give.
/// </summary>
internal static partial class DerivedColumns
{
    private const int FewestLetters = 60;

    /// <summary>At most so many pieces of HTML of a file, each as a column.</summary>
    public static IEnumerable<RenderInput> Of(string file, int most) =>
        Pieces(file)
            .Select(html => Column(html.Value))
            .OfType<ColumnInput>()
            .Take(most)
            .Select(column => Issues.Of(column.Language == "fr" ? "fr" : "en", column));

    private static IEnumerable<Capture> Pieces(string file)
    {
        var text = File.ReadAllText(file);
        return CharacterData()
            .Matches(text)
            .Concat(Escaped().Matches(text))
            .Concat(Quoted().Matches(text))
            .Select(match => match.Groups[1]);
    }

    private static ColumnInput? Column(string written)
    {
        var html =
            written.Contains("\\\"", StringComparison.Ordinal) || written.Contains("\\n", StringComparison.Ordinal)
                ? Regex.Unescape(Escapes().Replace(written, "$1"))
                : written;
        if (!html.Contains('<', StringComparison.Ordinal))
            html = WebUtility.HtmlDecode(html);
        var body = new HtmlParser().ParseDocument(html).Body!;
        var text = body.TextContent.Trim();
        // The values that WordPress keeps beside its posts are no prose.
        if (text.Length < FewestLetters || Serialized().IsMatch(text))
            return null;
        var language = ProseLanguage.Of(text);
        return Issues.Column(
            text.Split('\n')[0].Trim() is { Length: > 0 and < 90 } line ? line : text[..40],
            [.. Blocks(body)]
        ) with
        {
            Language = language,
        };
    }

    private static IEnumerable<Block> Blocks(INode parent)
    {
        var run = new List<Inline>();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && Block(element) is { } blocks)
            {
                if (run.Count > 0)
                    yield return new Block.Paragraph([.. run]);
                run.Clear();
                foreach (var block in blocks)
                    yield return block;
            }
            else
            {
                run.AddRange(Inlines(node));
            }
        }
        if (run.Count > 0)
            yield return new Block.Paragraph(run);
    }

    /// <summary>Null where it is no block.</summary>
    private static IEnumerable<Block>? Block(IElement element) =>
        element.LocalName switch
        {
            "p" => [new Block.Paragraph([.. element.ChildNodes.SelectMany(Inlines)])],
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" =>
            [
                new Block.Heading(Math.Max(2, element.LocalName[1] - '0'), [.. element.ChildNodes.SelectMany(Inlines)]),
            ],
            "ul" or "ol" => [new Block.BulletedOrNumbered(element.LocalName == "ol", 1, [.. Items(element)])],
            "blockquote" => [new Block.Quotation([.. Blocks(element)])],
            "pre" => [new Block.CodeListing(element.TextContent, null)],
            "hr" => [new Block.Separator()],
            "img" =>
            [
                new Block.Figure(
                    new Picture(
                        element.GetAttribute("src") ?? "",
                        element.GetAttribute("alt") ?? "",
                        Number(element, "width"),
                        Number(element, "height")
                    ),
                    []
                ),
            ],
            "iframe" or "embed" =>
            [
                new Block.Embed(element.GetAttribute("src") ?? "", element.GetAttribute("title"), null),
            ],
            "table" =>
            [
                new Block.Table(
                    [],
                    [
                        .. element
                            .QuerySelectorAll("tr")
                            .Select(row =>
                                (IReadOnlyList<TableCell>)
                                    [
                                        .. row.Children.Select(cell => new TableCell([
                                            .. cell.ChildNodes.SelectMany(Inlines),
                                        ])),
                                    ]
                            ),
                    ],
                    []
                ),
            ],
            "script" or "style" => [],
            "div"
            or "figure"
            or "section"
            or "article"
            or "center"
            or "dl"
            or "dd"
            or "dt"
            or "figcaption"
            or "object"
            or "address" => Blocks(element),
            _ => null,
        };

    private static IEnumerable<ListItem> Items(IElement list) =>
        list.Children.Select(item => new ListItem([.. Blocks(item)])).Where(item => item.Content.Count > 0);

    private static IEnumerable<Inline> Inlines(INode node)
    {
        if (node is IText text)
            return [new Inline.Text(text.Text)];
        if (node is not IElement element || element.LocalName is "script" or "style")
            return [];
        Inline[] within = [.. element.ChildNodes.SelectMany(Inlines)];
        return element.LocalName switch
        {
            "a" => [new Inline.Link(element.GetAttribute("href") ?? "", within)],
            "em" or "i" or "cite" => [new Inline.Emphasis(within)],
            "strong" or "b" => [new Inline.Strong(within)],
            "s" or "del" or "strike" => [new Inline.Strikethrough(within)],
            "sup" => [new Inline.Superscript(within)],
            "sub" => [new Inline.Subscript(within)],
            "code" or "tt" or "kbd" => [new Inline.Code(element.TextContent)],
            "br" => [new Inline.LineBreak()],
            _ => within,
        };
    }

    private static int? Number(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name), out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"\A[aO]:\d+:", RegexOptions.None, 1000)]
    private static partial Regex Serialized();

    [GeneratedRegex(@"<!\[CDATA\[(.*?)\]\]>", RegexOptions.Singleline, 5000)]
    private static partial Regex CharacterData();

    [GeneratedRegex(@">([^<]*&lt;[a-zA-Z][^<]*)<", RegexOptions.None, 5000)]
    private static partial Regex Escaped();

    // In JSON and CSV: a string with a tag in it.
    [GeneratedRegex(
        "\"((?:[^\"\\\\]|\\\\.|\"\")*<(?:[^\"\\\\]|\\\\.|\"\")*)\"(?=[,\\s:\\]}])",
        RegexOptions.None,
        5000
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\([^nrtu""\\])", RegexOptions.None, 1000)]
    private static partial Regex Escapes();
}
