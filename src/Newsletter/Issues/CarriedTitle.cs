namespace Newsletter.Issues;

/// <summary>A column that an issue carries, by the title it has now.</summary>
/// <param name="HasNewer">Whether a newer revision of it is here than the issue carries.</param>
internal sealed record CarriedTitle(int ColumnId, string Title, bool HasNewer);
