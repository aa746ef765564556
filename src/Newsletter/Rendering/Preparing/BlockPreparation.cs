using System.Diagnostics;
using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>
/// The blocks of a column, ready for both parts: cleaned, set, headings in order, empty ones gone, and no nesting
/// deeper than a phone can show.
/// </summary>
internal sealed class BlockPreparation(InlinePreparation inlines, HeadingLevels levels)
{
    private const int DeepestNesting = 8;
    private readonly List<Block> none = [];

    public IReadOnlyList<Block> Of(IReadOnlyList<Block> blocks) => Each(blocks, depth: 0);

    private List<Block> Each(IReadOnlyList<Block> blocks, int depth)
    {
        var prepared = new List<Block>(blocks.Count);
        foreach (var block in blocks)
            prepared.AddRange(One(block, depth));
        return prepared;
    }

    private List<Block> One(Block block, int depth) =>
        block switch
        {
            Block.Paragraph(var content) => Unless(inlines.Of(content), set => new Block.Paragraph(set)),
            Block.Heading(var level, var content) => Unless(
                inlines.Of(content),
                set =>
                    depth == 0
                        ? new Block.Heading(levels.Next(level), set)
                        : new Block.Paragraph([new Inline.Strong(set)])
            ),
            Block.PullQuote(var content, var by) => Unless(
                inlines.Of(content),
                set => new Block.PullQuote(set, Attribution(by))
            ),
            Block.Quotation(var content, var by) => Quotation(Each(content, depth + 1), Attribution(by), depth),
            Block.BulletedOrNumbered list => List(list, depth),
            Block.Note(var label, var content) => Note(NoteLabel.Of(label), Each(content, depth + 1)),
            Block.Table table => Table(table),
            Block.Figure(var picture, var caption) => Figure(picture, inlines.Of(caption)),
            Block.CodeListing(var code, var language) => CleanCode.Of(code) is var clean && Visible.Is(clean)
                ? [new Block.CodeListing(clean, language)]
                : none,
            Block.Embed(var address, var title, var provider) => Embed(address, title, provider),
            Block.Separator => [block],
            _ => throw new UnreachableException($"No preparation for {block.GetType().Name}."),
        };

    private List<Block> Unless(IReadOnlyList<Inline> content, Func<IReadOnlyList<Inline>, Block> made) =>
        Inlines.IsBlank(content) ? none : [made(content)];

    private string? Attribution(string? by) => by is not null && inlines.Of(by) is { Length: > 0 } name ? name : null;

    private static List<Block> Quotation(List<Block> content, string? by, int depth)
    {
        if (content.TrueForAll(Pictures.LeavesNothing))
            return content;
        return depth >= DeepestNesting ? content : [new Block.Quotation(content, by)];
    }

    private List<Block> List(Block.BulletedOrNumbered list, int depth)
    {
        var items = list
            .Items.Select(item => item with { Content = Each(item.Content, depth + 1) })
            .ToLookup(item => item.Content.All(Pictures.LeavesNothing));
        // What a reader sees nothing of stands behind the list, where the staff's notices find it.
        var unseen = items[true].SelectMany(item => item.Content);
        if (!items[false].Any())
            return [.. unseen];
        return depth >= DeepestNesting
            ? [.. items.SelectMany(group => group.SelectMany(item => item.Content))]
            : [list with { Items = [.. items[false]] }, .. unseen];
    }

    private static List<Block> Note(string label, List<Block> content) =>
        content.TrueForAll(Pictures.LeavesNothing) ? content : [new Block.Note(label, content)];

    private List<Block> Table(Block.Table table)
    {
        var header = Cells(table.Header);
        var caption = inlines.Of(table.Caption);
        var rows = table.Rows.Select(Cells).Where(HasText).ToList();
        if (rows.Count == 0 && !HasText(header))
            return none;
        // What is above nothing is no header.
        var isAlone = rows.Count == 0;
        return
        [
            new Block.Table(
                !isAlone && HasText(header) ? header : [],
                isAlone ? [header] : rows,
                Inlines.IsBlank(caption) ? [] : caption
            ),
        ];
    }

    private static bool HasText(IReadOnlyList<TableCell> row) => row.Any(cell => !Inlines.IsBlank(cell.Content));

    private List<TableCell> Cells(IReadOnlyList<TableCell> cells) =>
        [.. cells.Select(cell => cell with { Content = inlines.Of(cell.Content) })];

    private List<Block> Figure(Picture picture, IReadOnlyList<Inline> caption)
    {
        if (Pictures.ShowsNothing(picture))
            return Unless(caption, words => new Block.Paragraph(words));
        var alt = inlines.Of(picture.Alt);
        if (Pictures.IsFileName(alt))
            alt = "";
        // What the caption says below would be read out twice.
        var isSaid = alt == CleanText.OneLine(Inlines.PlainText(caption));
        return
        [
            new Block.Figure(
                picture with
                {
                    Address = picture.Address.Trim(),
                    Alt = isSaid ? "" : alt,
                },
                Inlines.IsBlank(caption) ? [] : caption
            ),
        ];
    }

    private List<Block> Embed(string address, string? title, string? provider)
    {
        var words = title is not null && inlines.Of(title) is { Length: > 0 } set ? set : null;
        if (Links.TryLead(address, out var kept))
            return
            [
                new Block.Embed(
                    kept,
                    words,
                    provider is not null && inlines.Of(provider) is { Length: > 0 } name ? name : HostOf(kept)
                ),
            ];
        return words is null ? none : [new Block.Paragraph([new Inline.Text(words)])];
    }

    private static string HostOf(string address)
    {
        var host = new Uri(address).Host;
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }
}
