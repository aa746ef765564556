namespace Newsletter.Rendering;

/// <summary>An issue, rendered once for all readers: each part still holds its <see cref="Mark"/>s.</summary>
/// <param name="Subject">One line, typography applied, no line break or control character.</param>
/// <param name="Preheader">One line, as it stands hidden at the top of <paramref name="Html"/>.</param>
/// <param name="IsCut">Whether any column stands in it as an excerpt, be it by the template or because the mail would be too long.</param>
/// <param name="Notices">What the program did of its own accord (a column cut to an excerpt): a sentence each.</param>
internal sealed record RenderedIssue(
    string Subject,
    string Preheader,
    string Html,
    string Text,
    bool IsCut,
    IReadOnlyList<string> Notices
);
