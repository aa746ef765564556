namespace Newsletter.Columns;

internal sealed record TableCell(IReadOnlyList<Inline> Content, CellAlignment Alignment = CellAlignment.Start);
