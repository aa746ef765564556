using Newsletter.Columns.Cleaning.Html;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Reads the page behind an item of which the source has but an excerpt.</summary>
internal sealed class ItemPages(SourceAnswers answers, ShortcodeNames shortcodes)
{
    public static Uri? PageOf(SourceItem item) =>
        Uri.TryCreate(item.Link, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? page : null;

    /// <summary>What the source says of the item is surer than what the page looks like.</summary>
    /// <returns>The column with the text of its page; as it was said where the page is none, or has no text.</returns>
    /// <exception cref="SourceFaultException">
    /// The page cannot be had now: the excerpt is not taken, since a reader would be sent it as if it were the column.
    /// </exception>
    public async Task<ColumnDraft> WholeAsync(
        Source source,
        SourceItem item,
        ColumnDraft said,
        Uri page,
        CancellationToken cancel
    )
    {
        var answer = await answers.AskAsync(source, page, "text/html", cancel);
        if (!answer.IsGood)
            throw SourceAnswers.FaultOf(answer);
        if (!IsPage(answer))
            return said with
            {
                Notices =
                [
                    .. said.Notices,
                    $"What is behind it is no page ({answer.ContentType}), so its excerpt stands for it.",
                ],
            };
        var read = HtmlColumn
            .ReadPage(PageText.Of(answer.Bytes, answer.ContentType), item.Link!, shortcodes, answer.Address)
            .Draft;
        return read.Blocks.Count == 0
            ? said
            : said with
            {
                Blocks = read.Blocks,
                Authors = said.Authors.Count > 0 ? Completed(said.Authors, read.Authors) : read.Authors,
                Language = said.Language ?? read.Language,
                Dropped = read.Dropped,
                Notices = read.Notices,
                IsExcerpt = false,
            };
    }

    // The page is the source's own word: it may say more of the person than the feed, which has but the name.
    private static IReadOnlyList<Byline> Completed(IReadOnlyList<Byline> said, IReadOnlyList<Byline> read) =>
        [
            .. said.Select(author =>
                read.FirstOrDefault(other => Byline.KeyOf(other.Name) == Byline.KeyOf(author.Name)) is { } more
                    ? author.CompletedBy(more)
                    : author
            ),
        ];

    private static bool IsPage(OutsideAnswer answer) =>
        answer.ContentType is { Length: > 0 } type
            ? type.Contains("html", StringComparison.OrdinalIgnoreCase)
            : answer.Bytes.AsSpan().TrimStart(" \r\n\t\uFEFF"u8).StartsWith("<"u8);
}
