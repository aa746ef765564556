namespace Newsletter.Columns.Sources.Feeds;

/// <summary>A feed as it was read.</summary>
/// <param name="Notices">What a person should know of it: one sentence each.</param>
internal sealed record FeedContent(
    string? Title,
    string? Link,
    string? Language,
    IReadOnlyList<SourceItem> Items,
    IReadOnlyList<string> Notices
);
