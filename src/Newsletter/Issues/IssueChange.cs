namespace Newsletter.Issues;

/// <summary>How the columns of an issue differ from what it carries.</summary>
/// <param name="Told">In sentences.</param>
/// <param name="Compared">The columns, and the revision of each that the sentences are about.</param>
internal sealed record IssueChange(string Told, IReadOnlyList<(int ColumnId, int Revision)> Compared);
