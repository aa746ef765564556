namespace Newsletter.Columns;

/// <summary>What became of a draft that was taken in.</summary>
internal sealed record TakenColumn(Column Column, ColumnChange Change, ColumnDraft Content);
