namespace Newsletter.Rendering;

/// <summary>An issue, rendered once for all readers: each part still holds its <see cref="Mark"/>s.</summary>
/// <param name="Subject">One line, typography applied, no line break or control character.</param>
/// <param name="Preheader">One line, as it stands hidden at the top of <paramref name="Html"/>.</param>
/// <param name="ByReader">For a template that decides by reader: what each reader's HTML is rendered from, and <paramref name="Html"/> is for a reader without a name. Null where marks say it all.</param>
/// <param name="IsCut">Whether any column stands in it as an excerpt, be it by the template or because the mail would be too long.</param>
/// <param name="Notices">What the program did of its own accord (a column cut to an excerpt): a sentence each.</param>
internal sealed record RenderedIssue(
    string Subject,
    string Preheader,
    string Html,
    string Text,
    FrozenTemplate? ByReader,
    bool IsCut,
    IReadOnlyList<string> Notices
)
{
    /// <summary>Which columns stand as excerpts because the template has such a shape: a sentence each.</summary>
    public IReadOnlyList<string> Excerpts { get; init; } = [];
}
