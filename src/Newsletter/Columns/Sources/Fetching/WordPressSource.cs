using System.Globalization;
using System.Net;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>
/// A WordPress site, by its REST interface (https://developer.wordpress.org/rest-api/reference/posts/): all posts the
/// first time, then the newest and what was changed. Where the interface is closed, its feed is read.
/// </summary>
internal sealed class WordPressSource(SourceAnswers answers, ItemDrafts drafts, FeedSource feed, TimeProvider clock)
    : ISourceReader
{
    private const string Accept = "application/json";
    private const int PerPage = 50;
    private const int MostPages = 200;

    // The site compares in its own zone, and clocks differ.
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    public SourceKind Kind => SourceKind.WordPress;

    public async Task<SourceContent?> ReadAsync(Source source, CancellationToken cancel)
    {
        var begun = clock.GetUtcNow();
        var place = await WordPressPlace.FindAsync(answers, source, cancel);
        if (place.Posts is not { } posts)
            return await ByFeedAsync(source, place, cancel);
        var items = new List<SourceItem>();
        var notices = new List<string>();
        if (source.ReadUpTo is { } read)
        {
            var since = read - Overlap;
            var instant = since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            // A post that was written long ago and published today is new by its date, and not by its change.
            await GatherAsync(source, posts, $"&after={instant}", null, items, notices, cancel);
            // Before WordPress 5.7 modified_after was ignored: the order says where to stop.
            var changed = $"&orderby=modified&modified_after={instant}";
            await GatherAsync(source, posts, changed, since, items, notices, cancel);
        }
        else
        {
            await GatherAsync(source, posts, "", null, items, notices, cancel);
        }

        var made = await drafts.OfAsync(source, [.. items.DistinctBy(item => item.Id ?? item.Link)], cancel);
        return new SourceContent(place.Title, made.Drafts, [.. notices.Distinct(), .. made.Notices], ReadUpTo: begun);
    }

    private async Task<SourceContent?> ByFeedAsync(Source source, WordPressPlace place, CancellationToken cancel)
    {
        try
        {
            var content = await feed.ReadAsync(source, place.Feed, cancel);
            return content is null ? null : content with { Notices = [place.WhyFeed!, .. content.Notices] };
        }
        catch (SourceFaultException fault)
        {
            throw new SourceFaultException(
                $"{place.WhyFeed} Its feed cannot be read either: {fault.Message}",
                fault.Wait
            );
        }
    }

    private async Task GatherAsync(
        Source source,
        string posts,
        string query,
        DateTimeOffset? changedSince,
        List<SourceItem> items,
        List<string> notices,
        CancellationToken cancel
    )
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            var address = new Uri($"{posts}per_page={PerPage}&page={number}&_embed=1{query}");
            var answer = await answers.AskAsync(source, address, Accept, cancel);
            // Beyond the last page (rest_post_invalid_page_number).
            if (page > 1 && answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
                return;
            if (!answer.IsGood)
                throw SourceAnswers.FaultOf(answer);
            var found = WordPressPosts.Read(answer.Bytes, answer.Address, notices);
            items.AddRange(found);
            if (found.Count == 0 || (answer.Pages is { } pages ? page >= pages : found.Count < PerPage))
                return;
            if (found[^1].ChangedAt < changedSince)
                return;
        }

        notices.Add($"It has more than {MostPages * PerPage} posts; the newest of them were read.");
    }
}
