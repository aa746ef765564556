using System.Net;
using System.Text;
using AngleSharp.Html.Parser;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Where a WordPress site answers.</summary>
/// <param name="Posts">Its interface for posts, up to and with the sign before the first parameter; null where it is closed.</param>
/// <param name="Feed">Its feed.</param>
/// <param name="Title">As the site names itself; null where it does not say.</param>
/// <param name="WhyFeed">Why the feed is read; null where the interface answers.</param>
internal sealed record WordPressPlace(string? Posts, Uri Feed, string? Title, string? WhyFeed)
{
    // https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
    private const string Relation = "https://api.w.org/";

    // With the usual waits between them, some fifteen hours.
    private const int FailuresBeforeFeed = 5;

    public static async Task<WordPressPlace> FindAsync(SourceAnswers answers, Source source, CancellationToken cancel)
    {
        var home = new Uri(source.Address.TrimEnd('/') + "/");
        HttpStatusCode? refused = null;
        foreach (var root in new[] { $"{home}wp-json/", $"{home}?rest_route=/" })
        {
            var answer = await answers.AskAsync(
                source,
                new Uri($"{PostsAt(root)}per_page=1"),
                "application/json",
                cancel
            );
            if (answer.IsGood && WordPressPosts.IsList(answer.Bytes))
                return new WordPressPlace(
                    PostsAt(root),
                    FeedOf(home),
                    await TitleAsync(answers, source, root, cancel),
                    null
                );
            RefuseForNow(answer);
            refused ??= answer.Status;
        }

        var place = await ByHomeAsync(answers, source, home, refused!.Value, cancel);
        // A firewall that is cross today, or a plugin that is being updated: the feed has less of what is here already.
        return place.Posts is not null || source.ReadUpTo is null || source.Failures >= FailuresBeforeFeed
            ? place
            : throw new SourceFaultException(
                $"{home.Host} does not let us use its interface for posts any more ({(int)refused.Value}); if it stays so for some hours, its feed is read."
            );
    }

    // A site that stands elsewhere than its WordPress says so in its pages.
    private static async Task<WordPressPlace> ByHomeAsync(
        SourceAnswers answers,
        Source source,
        Uri home,
        HttpStatusCode refused,
        CancellationToken cancel
    )
    {
        var page = await answers.AskAsync(source, home, "text/html", cancel);
        RefuseForNow(page);
        var why =
            $"{home.Host} does not let us use its interface for posts ({(int)refused}), so its feed is read, which holds only its latest posts.";
        if (!page.IsGood)
            return new WordPressPlace(null, FeedOf(home), null, why);
        using var document = await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(page.Bytes), cancel);
        var root = document.QuerySelector($"link[rel='{Relation}']")?.GetAttribute("href");
        if (Uri.TryCreate(page.Address, root, out var at) && root is not null)
        {
            var answer = await answers.AskAsync(
                source,
                new Uri($"{PostsAt(at.ToString())}per_page=1"),
                "application/json",
                cancel
            );
            if (answer.IsGood && WordPressPosts.IsList(answer.Bytes))
                return new WordPressPlace(PostsAt(at.ToString()), FeedOf(home), document.Title, null);
        }

        var alternate = document
            .QuerySelector(
                "link[rel='alternate'][type='application/rss+xml'], link[rel='alternate'][type='application/atom+xml']"
            )
            ?.GetAttribute("href");
        var feed =
            alternate is not null && Uri.TryCreate(page.Address, alternate, out var found) ? found : FeedOf(home);
        return new WordPressPlace(null, feed, null, why);
    }

    // Busy or broken is not closed: it is asked again later, and not by another door.
    private static void RefuseForNow(OutsideAnswer answer)
    {
        if ((int)answer.Status is 429 or >= 500)
            throw SourceAnswers.FaultOf(answer);
    }

    private static async Task<string?> TitleAsync(
        SourceAnswers answers,
        Source source,
        string root,
        CancellationToken cancel
    )
    {
        if (source.Title is not null)
            return source.Title;
        var answer = await answers.AskAsync(source, new Uri(root), "application/json", cancel);
        return answer.IsGood ? WordPressPosts.NameIn(answer.Bytes) : null;
    }

    private static string PostsAt(string root) =>
        root.Contains('?', StringComparison.Ordinal)
            ? $"{root.TrimEnd('/')}/wp/v2/posts&"
            : $"{root.TrimEnd('/')}/wp/v2/posts?";

    private static Uri FeedOf(Uri home) => new(home, "feed/");
}
