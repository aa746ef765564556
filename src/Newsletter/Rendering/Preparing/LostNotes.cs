using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>Takes out the references to notes that did not come along: a number that leads nowhere.</summary>
internal static class LostNotes
{
    public static IReadOnlyList<Block> Without(IReadOnlyList<Block> blocks, IReadOnlySet<string> kept) =>
        [.. blocks.Select(block => Of(block, kept))];

    private static Block Of(Block block, IReadOnlySet<string> kept) =>
        block switch
        {
            Block.Paragraph paragraph => paragraph with { Content = Of(paragraph.Content, kept) },
            Block.Heading heading => heading with { Content = Of(heading.Content, kept) },
            Block.PullQuote quote => quote with { Content = Of(quote.Content, kept) },
            Block.Quotation quotation => quotation with { Content = Without(quotation.Content, kept) },
            Block.Note note => note with { Content = Without(note.Content, kept) },
            Block.Figure figure => figure with { Caption = Of(figure.Caption, kept) },
            Block.BulletedOrNumbered list => list with
            {
                Items = [.. list.Items.Select(item => item with { Content = Without(item.Content, kept) })],
            },
            Block.Table table => table with
            {
                Header = [.. table.Header.Select(cell => cell with { Content = Of(cell.Content, kept) })],
                Rows =
                [
                    .. table.Rows.Select(row =>
                        (IReadOnlyList<TableCell>)
                            [.. row.Select(cell => cell with { Content = Of(cell.Content, kept) })]
                    ),
                ],
                Caption = Of(table.Caption, kept),
            },
            _ => block,
        };

    private static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> content, IReadOnlySet<string> kept) =>
        [
            .. content
                .Where(inline => inline is not Inline.NoteReference(var label) || kept.Contains(label))
                .Select(inline =>
                    Inlines.Within(inline) is { Count: > 0 } within ? Inlines.With(inline, Of(within, kept)) : inline
                )
                // A mark around nothing but the reference has nothing left to mark.
                .SelectMany(inline => IsEmptied(inline) ? Inlines.Within(inline) : [inline])
                .Aggregate(new List<Inline>(), Followed),
        ];

    /// <summary>The breaks on both sides of a reference make no empty lines without it.</summary>
    private static List<Inline> Followed(List<Inline> run, Inline next)
    {
        if (next is not Inline.LineBreak || run is not [.., Inline.LineBreak, Inline.LineBreak])
            run.Add(next);
        return run;
    }

    private static bool IsEmptied(Inline inline) =>
        inline is not (Inline.Text or Inline.Code or Inline.LineBreak or Inline.NoteReference)
        && Inlines.Within(inline).All(within => within is Inline.LineBreak || IsBlankText(within));

    private static bool IsBlankText(Inline inline) => inline is Inline.Text(var value) && !Visible.Is(value);
}
