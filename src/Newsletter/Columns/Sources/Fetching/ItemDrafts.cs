using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Makes columns of a source's items; one that cannot be read is told, and the others go on.</summary>
internal sealed class ItemDrafts(
    IDbContextFactory<NewsletterDb> databases,
    ItemPages pages,
    ShortcodeNames shortcodes,
    TimeProvider clock
)
{
    // A feed that changes all of its items each time would have all pages read again and again.
    private const int MostPages = 30;

    public async Task<ItemsRead> OfAsync(Source source, IReadOnlyList<SourceItem> items, CancellationToken cancel)
    {
        var keys = ItemKeys.Of(items);
        // Two publications that read one source share its columns.
        var named = items
            .Select(item => (Origin: ItemOrigin.Of(source.ItemsOf, keys.KeyOf(item)), Item: item))
            .ToList();
        var (days, known) = await KnownAsync(source, named.Select(one => one.Origin), cancel);
        var drafts = new List<(string Origin, ColumnDraft Draft)>();
        var (notices, isWhole, asked) = (new List<string>(), true, 0);
        // What is new comes first, however long the feed is.
        foreach (var (origin, item) in named.OrderBy(one => known.Contains(one.Origin)))
        {
            try
            {
                var draft = days.Judged(ItemColumn.Draft(days.AsSeen(item), shortcodes), item);
                if (source.ReadsPages && draft.IsExcerpt && ItemPages.PageOf(item) is { } page)
                {
                    var whole = asked++ < MostPages ? await pages.WholeAsync(source, item, draft, page, cancel) : null;
                    isWhole &= whole is not null || known.Contains(origin);
                    if (whole is null)
                        continue;
                    draft = whole;
                }

                drafts.Add((origin, draft));
            }
            catch (SourceFaultException fault)
            {
                isWhole = false;
                notices.Add(
                    $"{Named(item)}: its page could not be read, so it is tried again the next time. {fault.Message}"
                );
            }
            catch (Refusal refusal)
            {
                notices.Add($"{Named(item)}: {refusal.Message}");
            }
            catch (RegexMatchTimeoutException)
            {
                notices.Add($"{Named(item)}: it takes too long to read, for its text is made to be slow.");
            }
        }

        if (asked > MostPages)
            notices.Add(
                $"The pages of {MostPages} items were read; those of {asked - MostPages} more are the next time."
            );
        return new ItemsRead(drafts, notices, isWhole, ReachedEnd: asked <= MostPages);
    }

    private async Task<(ItemDays Days, HashSet<string> Known)> KnownAsync(
        Source source,
        IEnumerable<string> origins,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var zone = await db
            .Publications.IgnoreAutoIncludes()
            .Where(p => p.Id == source.PublicationId)
            .Select(p => p.TimeZone)
            .SingleAsync(cancel);
        var days = new ItemDays(TimeZoneInfo.FindSystemTimeZoneById(zone), clock.GetUtcNow());
        return (days, await db.KnownOriginsAsync(origins, cancel));
    }

    private static string Named(SourceItem item) =>
        item.Title.Length is > 0 and <= 100 ? $"\"{item.Title}\"" : item.Link ?? item.Id ?? "An item without a name";
}
