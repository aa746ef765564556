using Newsletter.Columns.Cleaning.Html;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Makes columns of a source's items; one that cannot be read is told, and the others go on.</summary>
internal sealed class ItemDrafts(SourceAnswers answers)
{
    // A feed that changes all of its items each time would have all pages read again and again.
    private const int MostPages = 30;

    public async Task<(List<(string Origin, ColumnDraft Draft)> Drafts, List<string> Notices)> OfAsync(
        Source source,
        IReadOnlyList<SourceItem> items,
        CancellationToken cancel
    )
    {
        var drafts = new List<(string Origin, ColumnDraft Draft)>();
        var notices = new List<string>();
        var keys = ItemKeys.Of(items);
        var pages = 0;
        foreach (var item in items)
        {
            try
            {
                var draft = ItemColumn.Draft(item);
                if (source.ReadsPages && item.Html is null && PageOf(item) is { } page)
                {
                    if (
                        pages++ >= MostPages
                        || await FromPageAsync(source, item, draft, page, notices, cancel) is not { } whole
                    )
                        continue;
                    draft = whole;
                }

                // Two publications that read one source share its columns.
                drafts.Add((ItemOrigin.Of(source.Address, keys.KeyOf(item)), draft));
            }
            catch (Refusal refusal)
            {
                notices.Add($"{Named(item)}: {refusal.Message}");
            }
        }

        return (drafts, notices);
    }

    // What the feed says of the item is surer than what the page looks like. Null where the page cannot be had now:
    // its excerpt would replace the text of a column that was read whole before.
    private async Task<ColumnDraft?> FromPageAsync(
        Source source,
        SourceItem item,
        ColumnDraft said,
        Uri page,
        List<string> notices,
        CancellationToken cancel
    )
    {
        try
        {
            var answer = await answers.AskAsync(source, page, "text/html", cancel);
            if (!answer.IsGood)
                throw SourceAnswers.FaultOf(answer);
            var read = HtmlColumn.ReadPage(PageText.Of(answer.Bytes, answer.ContentType), item.Link!).Draft;
            return read.Blocks.Count == 0
                ? said
                : said with
                {
                    Blocks = read.Blocks,
                    Authors = said.Authors.Count > 0 ? said.Authors : read.Authors,
                    Language = said.Language ?? read.Language,
                    Dropped = read.Dropped,
                    Notices = read.Notices,
                };
        }
        catch (SourceFaultException fault)
        {
            notices.Add(
                $"{Named(item)}: its page could not be read, so it is tried again the next time. {fault.Message}"
            );
            return null;
        }
    }

    private static Uri? PageOf(SourceItem item) =>
        Uri.TryCreate(item.Link, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? page : null;

    private static string Named(SourceItem item) =>
        item.Title.Length is > 0 and <= 100 ? $"\"{item.Title}\"" : item.Link ?? item.Id ?? "An item without a name";
}
