using System.Diagnostics;
using System.Text;

namespace Newsletter.Columns;

/// <summary>A block as plain words, and the name of its kind as it stands in JSON.</summary>
internal static class BlockText
{
    public static string KindOf(Block block) =>
        block switch
        {
            Block.Paragraph => "paragraph",
            Block.Heading => "heading",
            Block.PullQuote => "pull-quote",
            Block.Quotation => "quote",
            Block.Figure => "figure",
            Block.BulletedOrNumbered => "list",
            Block.Table => "table",
            Block.Note => "note",
            Block.Separator => "separator",
            Block.Embed => "embed",
            Block.CodeListing => "code",
            _ => throw new UnreachableException(),
        };

    public static string Of(Block block) =>
        block switch
        {
            Block.Paragraph paragraph => Of(paragraph.Content),
            Block.Heading heading => Of(heading.Content),
            Block.PullQuote quote => Lines([Of(quote.Content), quote.Attribution]),
            Block.Quotation quotation => Lines([Of(quotation.Content), quotation.Attribution]),
            Block.Figure figure => Lines([figure.Picture.Alt, Of(figure.Caption)]),
            Block.BulletedOrNumbered list => Lines(list.Items.Select(item => Of(item.Content))),
            Block.Table table => Lines([Of(table.Caption), Row(table.Header), .. table.Rows.Select(Row)]),
            Block.Note note => Of(note.Content),
            Block.Separator => "",
            Block.Embed embed => Lines([embed.Title, embed.Address]),
            Block.CodeListing listing => listing.Code,
            _ => throw new UnreachableException(),
        };

    public static string Of(IReadOnlyList<Block> blocks) => Lines(blocks.Select(Of));

    public static string Of(IReadOnlyList<Inline> content)
    {
        var text = new StringBuilder();
        Append(text, content);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<Inline> content)
    {
        foreach (var inline in content)
            switch (inline)
            {
                case Inline.Text(var value):
                    text.Append(value);
                    break;
                case Inline.Code(var value):
                    text.Append(value);
                    break;
                case Inline.LineBreak:
                    text.Append('\n');
                    break;
                case Inline.NoteReference(var label):
                    text.Append('[').Append(label).Append(']');
                    break;
                case Inline.Emphasis(var inner):
                    Append(text, inner);
                    break;
                case Inline.Strong(var inner):
                    Append(text, inner);
                    break;
                case Inline.Strikethrough(var inner):
                    Append(text, inner);
                    break;
                case Inline.Superscript(var inner):
                    Append(text, inner);
                    break;
                case Inline.Subscript(var inner):
                    Append(text, inner);
                    break;
                case Inline.Link(_, var inner):
                    Append(text, inner);
                    break;
                default:
                    throw new UnreachableException();
            }
    }

    private static string Row(IReadOnlyList<TableCell> cells) =>
        string.Join(" | ", cells.Select(cell => Of(cell.Content)));

    private static string Lines(IEnumerable<string?> lines) =>
        string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
}
