namespace Newsletter.Issues;

/// <summary>A column that an issue carries, by the title it has now.</summary>
internal sealed record CarriedTitle(int ColumnId, string Title);
