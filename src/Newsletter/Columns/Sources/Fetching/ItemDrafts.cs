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
                var whole = source.ReadsPages && item.Html is null && item.Link is not null && pages++ < MostPages;
                var draft = whole ? await FromPageAsync(source, item, notices, cancel) : ItemColumn.Draft(item);
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

    // What the feed says of the item is surer than what the page looks like.
    private async Task<ColumnDraft> FromPageAsync(
        Source source,
        SourceItem item,
        List<string> notices,
        CancellationToken cancel
    )
    {
        var said = ItemColumn.Draft(item);
        try
        {
            var answer = await answers.GetAsync(source, new Uri(item.Link!), "text/html", cancel);
            var page = HtmlColumn.ReadPage(PageText.Of(answer!.Bytes, answer.ContentType), item.Link!).Draft;
            return page.Blocks.Count == 0
                ? said
                : said with
                {
                    Blocks = page.Blocks,
                    Authors = said.Authors.Count > 0 ? said.Authors : page.Authors,
                    Language = said.Language ?? page.Language,
                    Dropped = page.Dropped,
                    Notices = page.Notices,
                };
        }
        catch (SourceFaultException fault)
        {
            notices.Add($"{Named(item)}: its page could not be read, so the excerpt is taken. {fault.Message}");
            return said;
        }
    }

    private static string Named(SourceItem item) =>
        item.Title.Length is > 0 and <= 100 ? $"\"{item.Title}\"" : item.Link ?? item.Id ?? "An item without a name";
}
