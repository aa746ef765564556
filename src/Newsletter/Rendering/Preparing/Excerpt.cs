using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>The beginning of a column, cut between blocks where it can be, else between words.</summary>
internal static class Excerpt
{
    /// <summary>A paragraph is not cut for fewer characters than these.</summary>
    private const int ShortestPiece = 80;

    /// <summary>No more than so many characters, the standfirst among them; a column that is as short is not called cut.</summary>
    public static PreparedColumn AtMost(PreparedColumn column, int characters)
    {
        var left = Math.Max(0, characters - Inlines.PlainText(column.Standfirst).Length);
        return ExcerptRoom.Of(column.Blocks) <= left ? column : Of(column, left);
    }

    /// <summary>So many characters of its blocks.</summary>
    public static PreparedColumn Of(PreparedColumn column, int characters)
    {
        var kept = new List<Block>();
        var left = characters;
        foreach (var block in column.Blocks)
        {
            var size = ExcerptRoom.Of(block);
            if (size > left)
            {
                if (left >= ShortestPiece && Beginning(block, left) is { } beginning)
                    kept.Add(beginning);
                break;
            }
            kept.Add(block);
            left -= size;
        }
        while (kept.Count > 0 && kept[^1] is Block.Heading or Block.Separator)
            kept.RemoveAt(kept.Count - 1);
        var notes = kept.OfType<Block.Note>().Select(note => note.Label).ToHashSet(StringComparer.Ordinal);
        return column with { Blocks = LostNotes.Without(kept, notes), IsCut = true };
    }

    public static string Cut(string text, int characters)
    {
        if (text.Length <= characters)
            return text;
        var end = text.LastIndexOf(' ', characters - 1);
        if (end < characters / 2)
            end = characters - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd(' ', '\u00A0', '\u202F', ',', ';', ':', '.', '–', '—', '…', '(', '«', '!', '?')
            + "…";
    }

    /// <summary>As much of a block as its kind lets stand alone: words, rows, items, lines; null where nothing does.</summary>
    private static Block? Beginning(Block block, int characters) =>
        block switch
        {
            Block.Paragraph(var content) => new Block.Paragraph(Cut(content, characters)),
            Block.Table table => First(table.Rows, ExcerptRoom.Of, characters) is { Count: > 0 } rows
                ? table with
                {
                    Rows = rows,
                }
                : null,
            Block.BulletedOrNumbered list => First(list.Items, ExcerptRoom.Of, characters) is { Count: > 0 } items
                ? list with
                {
                    Items = items,
                }
                : null,
            Block.Quotation quotation => First(quotation.Content, ExcerptRoom.Of, characters) is { Count: > 0 } content
                ? quotation with
                {
                    Content = content,
                }
                : null,
            Block.CodeListing listing => First(listing.Code.Split('\n'), line => line.Length + 1, characters)
                is { Count: > 0 } lines
                ? listing with
                {
                    Code = string.Join('\n', lines),
                }
                : null,
            _ => null,
        };

    private static List<T> First<T>(IReadOnlyList<T> parts, Func<T, int> length, int characters) =>
        [.. parts.TakeWhile(part => (characters -= length(part)) >= 0)];

    private static List<Inline> Cut(IReadOnlyList<Inline> content, int characters)
    {
        var kept = new List<Inline>();
        foreach (var inline in content)
        {
            var size = Inlines.PlainText([inline]).Length;
            if (size <= characters)
            {
                kept.Add(inline);
                characters -= size;
                continue;
            }
            if (inline is Inline.Text(var value) && characters > 1)
                kept.Add(new Inline.Text(Cut(value, characters)));
            else
                kept.Add(new Inline.Text("…"));
            break;
        }
        return kept;
    }
}
