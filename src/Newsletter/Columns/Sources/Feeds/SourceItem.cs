using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>One entry of a feed or an export, before cleaning.</summary>
/// <param name="Id">guid, atom:id or the post's GUID; null where there is none, or an empty one.</param>
/// <param name="Link">Its page, absolute.</param>
/// <param name="Title">Plain text, entities decoded; empty where the source says none.</param>
/// <param name="Html">The whole content; null where the source has only an excerpt.</param>
/// <param name="Excerpt">Summary or description, as HTML.</param>
/// <param name="PublishedAt">As the source says it, be it in 1970 or in the future.</param>
/// <param name="Language">Lower-case ISO 639-1.</param>
internal sealed record SourceItem(
    string? Id,
    string? Link,
    string Title,
    string? Html,
    string? Excerpt,
    IReadOnlyList<Byline> Authors,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? ChangedAt,
    IReadOnlyList<string> Categories,
    string? Language,
    string? PictureUrl,
    string? PictureAlt
)
{
    /// <summary>What relative addresses of the content are resolved against, where that is not its page (xml:base).</summary>
    public Uri? Base { get; init; }

    /// <summary>A recording or a film that comes with it (an enclosure): shown as a card with a link.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>The pictures that the content may name by their numbers.</summary>
    public Attachments Attachments { get; init; } = Attachments.None;
}
