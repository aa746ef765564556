using System.Diagnostics;
using System.Globalization;

namespace Newsletter.Columns.Editing;

/// <summary>
/// Blocks as Markdown, for a person to edit. What Markdown has no words for (the caption of a table, the sizes of a
/// picture) is left out: <see cref="EditedBlocks"/> brings it back wherever the block was not touched.
/// </summary>
internal static class BlockMarkdown
{
    public static string Of(IReadOnlyList<Block> blocks, bool tags = false) =>
        string.Join("\n\n", blocks.Select(block => Of(block, tags)));

    private static string Of(Block block, bool tags) =>
        block switch
        {
            Block.Paragraph paragraph => InlineMarkdown.Of(paragraph.Content, tags),
            Block.Heading heading =>
                $"{new string('#', heading.Level)} {OnOneLine(InlineMarkdown.Of(heading.Content, tags))}",
            Block.PullQuote quote => Container("pullquote", quote.Attribution, InlineMarkdown.Of(quote.Content, tags)),
            Block.Quotation quotation => Prefixed(
                "> ",
                "> ",
                Signed(Of(quotation.Content, tags), quotation.Attribution)
            ),
            Block.Figure figure => Figure(figure),
            Block.BulletedOrNumbered list => string.Join(
                '\n',
                list.Items.Select((item, place) => Item(list, item, place, tags))
            ),
            Block.Table table => Table(table, tags),
            Block.Note note => Prefixed($"[^{note.Label}]: ", "    ", Of(note.Content, tags)),
            Block.Separator => "***",
            Block.Embed embed => $"<{embed.Address}>",
            Block.CodeListing listing => Listing(listing),
            _ => throw new UnreachableException(),
        };

    private static string Container(string name, string? argument, string content) =>
        $"::: {name} {OnOneLine(argument ?? "")}".TrimEnd() + $"\n{content}\n:::";

    private static string Signed(string content, string? attribution) =>
        attribution is null ? content : $"{content}\n\n— {OnOneLine(attribution)}";

    private static string Figure(Block.Figure figure)
    {
        var caption = OnOneLine(BlockText.Of(figure.Caption)).Replace("\"", "\\\"", StringComparison.Ordinal);
        var alt = OnOneLine(InlineMarkdown.Of([new Inline.Text(figure.Picture.Alt)], tags: false));
        var address = (figure.Picture.Beside ?? figure.Picture.Address).Replace(">", "%3E", StringComparison.Ordinal);
        return caption.Length == 0 ? $"![{alt}](<{address}>)" : $"![{alt}](<{address}> \"{caption}\")";
    }

    private static string Item(Block.BulletedOrNumbered list, ListItem item, int place, bool tags)
    {
        var sign = list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{list.Start + place}. ") : "- ";
        var box =
            item.Done is null ? ""
            : item.Done.Value ? "[x] "
            : "[ ] ";
        return Prefixed(sign, new string(' ', sign.Length), box + Of(item.Content, tags));
    }

    private static string Table(Block.Table table, bool tags)
    {
        var width = Math.Max(table.Header.Count, table.Rows.Select(row => row.Count).DefaultIfEmpty(0).Max());
        var lines = new List<string>
        {
            Row(table.Header),
            $"|{string.Concat(Enumerable.Range(0, width).Select(Rule))}",
        };
        lines.AddRange(table.Rows.Select(Row));
        return string.Join('\n', lines);

        string Row(IReadOnlyList<TableCell> cells) =>
            $"|{string.Concat(Enumerable.Range(0, width).Select(place => $" {(place < cells.Count ? Cell(cells[place]) : "")} |"))}";
        string Cell(TableCell cell) =>
            InlineMarkdown.Of(cell.Content, tags).Replace("\\\n", "<br>", StringComparison.Ordinal);
        string Rule(int place) =>
            (table.Header.ElementAtOrDefault(place)?.Alignment ?? CellAlignment.Start) switch
            {
                CellAlignment.Center => " :-: |",
                CellAlignment.End => " --: |",
                _ => " --- |",
            };
    }

    private static string Listing(Block.CodeListing listing)
    {
        var fence = "```";
        while (listing.Code.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}{listing.Language}\n{listing.Code}\n{fence}";
    }

    private static string Prefixed(string first, string others, string text)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Select((line, place) => ((place == 0 ? first : others) + line).TrimEnd()));
    }

    private static string OnOneLine(string text) =>
        text.Replace("\\\n", " ", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
