using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>A column as both parts show it: cleaned, set in its language, headings in order.</summary>
/// <param name="Language">The column's own, else the publication's.</param>
/// <param name="Date">As the publication's language says it.</param>
/// <param name="ReadOn">Where the whole column can be read: on its own page, else in the issue for the browser.</param>
/// <param name="IsLead">Whether it stands above the others.</param>
/// <param name="IsCut">Whether it is an excerpt.</param>
internal sealed record PreparedColumn(
    int Id,
    string Title,
    IReadOnlyList<Inline> Standfirst,
    IReadOnlyList<Byline> Authors,
    IReadOnlyList<Block> Blocks,
    string Language,
    string? Date,
    string ReadOn,
    bool IsLead,
    bool IsCut
)
{
    public static PreparedColumn Of(ColumnInput column, RenderInput input, bool isLead)
    {
        var language = column.Language ?? input.Publication.Language;
        var inlines = new InlinePreparation(language);
        var blocks = new BlockPreparation(inlines, new HeadingLevels(isLead ? 1 : 2));
        var title = inlines.Of(column.Title);
        return new(
            column.Id,
            title.Length > 0 ? title : PublicationNames.Title(input.Publication),
            inlines.Of(column.Standfirst) is var standfirst && Inlines.IsBlank(standfirst) ? [] : standfirst,
            [.. column.Authors.Select(author => Set(author, inlines)).Where(author => author.Name.Length > 0)],
            blocks.Of(column.Blocks),
            language,
            column.Date is { } day ? LongDate.Of(day, input.Publication.Language) : null,
            column.Address is not null && Links.TryLead(column.Address, out var address)
                ? address
                : $"{input.Issue.ViewUrl}#column-{column.Id.ToString(Numbers.Plain)}",
            isLead,
            IsCut: false
        );
    }

    private static Byline Set(Byline author, InlinePreparation inlines) =>
        new(
            inlines.Of(author.Name),
            author.Role is not null && inlines.Of(author.Role) is { Length: > 0 } role ? role : null,
            // Elsewhere it may have any shape and size.
            author.Portrait
                is { IsOurs: true } portrait
                ? portrait
                : null
        );
}
