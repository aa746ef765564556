using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

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

    public async IAsyncEnumerable<SourceContent> ReadAsync(
        Source source,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var begun = clock.GetUtcNow();
        var place = await WordPressPlace.FindAsync(answers, source, cancel);
        if (place.Posts is not { } posts)
        {
            if (await ByFeedAsync(source, place, cancel) is { } content)
                yield return content;
            yield break;
        }

        var seen = new HashSet<(string?, string?)>();
        foreach (var (query, changedSince) in QueriesOf(source))
        {
            await foreach (var page in PagesAsync(source, posts + query, changedSince, cancel))
            {
                var items = page.Items.Where(item => seen.Add((item.Id, item.Link))).ToList();
                var made = await drafts.OfAsync(source, items, cancel);
                yield return new SourceContent(place.Title, made.Drafts, [.. page.Notices, .. made.Notices]);
            }
        }

        yield return new SourceContent(place.Title, [], [], ReadUpTo: begun);
    }

    private static IEnumerable<(string Query, DateTimeOffset? ChangedSince)> QueriesOf(Source source)
    {
        if (source.ReadUpTo is not { } read)
        {
            yield return ("", null);
            yield break;
        }

        var since = read - Overlap;
        var instant = since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        // A post that was written long ago and published today is new by its date, and not by its change.
        yield return ($"after={instant}&", null);
        // Before WordPress 5.7 modified_after was ignored: the order says where to stop.
        yield return ($"orderby=modified&modified_after={instant}&", since);
    }

    private async Task<SourceContent?> ByFeedAsync(Source source, WordPressPlace place, CancellationToken cancel)
    {
        try
        {
            var content = await feed.ReadAsync(source, place.Feed, cancel);
            return content is null
                ? null
                : content with
                {
                    ReadUpTo = null,
                    Notices = [place.WhyFeed!, .. content.Notices],
                };
        }
        catch (SourceFaultException fault)
        {
            throw new SourceFaultException(
                $"{place.WhyFeed} Its feed cannot be read either: {fault.Message}",
                fault.Wait
            );
        }
    }

    private async IAsyncEnumerable<WordPressPage> PagesAsync(
        Source source,
        string posts,
        DateTimeOffset? changedSince,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        for (var number = 1; number <= MostPages; number++)
        {
            var address = new Uri(
                string.Create(CultureInfo.InvariantCulture, $"{posts}per_page={PerPage}&page={number}&_embed=1")
            );
            var answer = await answers.AskAsync(source, address, Accept, cancel);
            // Beyond the last page (rest_post_invalid_page_number).
            if (number > 1 && answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
                yield break;
            if (!answer.IsGood)
                throw SourceAnswers.FaultOf(answer);
            var page = WordPressPosts.Read(answer.Bytes, answer.Address);
            yield return page;
            if (page.Count == 0 || (answer.Pages is { } pages ? number >= pages : page.Count < PerPage))
                yield break;
            if (page.Items.Count > 0 && page.Items[^1].ChangedAt < changedSince)
                yield break;
        }

        yield return new WordPressPage(
            [],
            0,
            [$"It has more than {MostPages * PerPage} posts; the newest of them were read."]
        );
    }
}
