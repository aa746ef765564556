using Newsletter.Addresses;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources;

/// <summary>How every reader of sources ends: a title where none was read, the language where none was said.</summary>
internal static class DraftEnding
{
    /// <param name="title">Null where no line reads as one. A draft with neither title nor blocks has an empty title.</param>
    /// <param name="language">As the source says it; null to judge by the prose.</param>
    /// <param name="name">The file's name, which stands in for a title.</param>
    public static ColumnDraft Of(
        string? title,
        IReadOnlyList<Inline> standfirst,
        IReadOnlyList<Byline> authors,
        IReadOnlyList<Block> blocks,
        string? language,
        DateOnly? date,
        string? address,
        string name,
        Leftovers leftovers
    )
    {
        if (title is not null && blocks.Count == 0)
            leftovers.Notice("The column has a title and no text.");
        title = title is null ? null : OneLine.Cleaned(title);
        title ??= blocks.Count == 0 ? "" : FileTitle.Of(name, leftovers);
        return new ColumnDraft(
            title,
            standfirst,
            [.. authors.Select(InOneLine)],
            blocks,
            language ?? ProseLanguage.Of($"{title}\n{BlockText.Of(standfirst)}\n{BlockText.Of(blocks)}"),
            date,
            address,
            leftovers.Dropped,
            leftovers.Notices
        );
    }

    private static Byline InOneLine(Byline author) =>
        author with
        {
            Name = OneLine.Cleaned(author.Name),
            Role = author.Role is { } role ? OneLine.Cleaned(role) : null,
        };
}
