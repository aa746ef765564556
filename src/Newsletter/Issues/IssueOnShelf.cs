namespace Newsletter.Issues;

/// <summary>An issue as a list shows it.</summary>
/// <param name="Slug">Its publication's.</param>
/// <param name="Title">Its publication's.</param>
/// <param name="TimeZone">Its publication's, by name.</param>
internal sealed record IssueOnShelf(Issue Issue, string Slug, string Title, string TimeZone);
