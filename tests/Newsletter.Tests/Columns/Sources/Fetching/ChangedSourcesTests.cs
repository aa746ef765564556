using Microsoft.AspNetCore.Http;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

/// <summary>Sources that are moved, set otherwise, paused and resumed.</summary>
public sealed class ChangedSourcesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_source_that_moves_and_edits_everything_at_once_brings_nothing_twice(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(
                context.Request.Path == "/new"
                    ? Feed(Item("1", "One, edited", "Other words."), Item("2", "Two", "More."))
                    : Feed(Item("1", "One", "Words."))
            )
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/old");
        await bench.FetchAsync(source);
        await SetAsync(bench, source, new SourceSettings(Address: server.Root + "/new"));
        await bench.FetchDueAsync(Cancel);
        Assert.Equal(["One, edited, 2", "Two, 1"], await bench.ColumnsAsync());

        await SetAsync(bench, source, new SourceSettings(Address: server.Root + "/old"));
        await bench.FetchDueAsync(Cancel);
        Assert.Equal(["One, 3", "Two, 1"], await bench.ColumnsAsync());
        Assert.Null((await bench.SourceAsync(source)).FirstAddress);
    }

    [Theory, OnBothDatabases]
    public async Task A_source_that_moved_shares_its_columns_with_those_that_are_added_there(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(Feed(Item("1", "One", "Words.")))
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/old");
        await bench.FetchAsync(source);
        await SetAsync(bench, source, new SourceSettings(Address: server.Root + "/new"));
        await bench.Newsroom.AddPublicationAsync("other");
        var (other, _) = await bench.Register.AddAsync(
            "other",
            SourceKind.Feed,
            server.Root + "/new",
            since: null,
            readsPages: false,
            Cancel
        );
        await bench.FetchAsync(other);
        Assert.Equal(["One, 1"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task A_fetch_that_began_before_the_move_tells_nothing_of_the_new_address()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        Source? source = null;
        await using var server = await PictureServer.StartAsync(async context =>
        {
            await SetAsync(bench, source!, new SourceSettings(Address: $"http://{context.Request.Host}/new"));
            context.Response.Headers.ETag = "\"of the old\"";
            await context.Response.WriteAsync(Feed(Item("1", "One", "Words.")));
        });
        source = await bench.AddAsync(SourceKind.Feed, server.Root + "/old");
        await bench.FetchAsync(source);
        var kept = await bench.SourceAsync(source);
        Assert.Null(kept.ETag);
        Assert.Null(kept.FetchedAt);
        Assert.Equal(bench.Newsroom.Database.Clock.GetUtcNow(), kept.NextAt);
    }

    [Fact]
    public async Task The_failures_of_the_former_address_are_not_counted_to_the_new_one()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/new" ? 200 : 404;
            return context.Response.WriteAsync(Feed());
        });
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/old");
        await bench.FetchAsync(source);
        Assert.NotNull((await bench.SourceAsync(source)).FailsSince);
        await SetAsync(bench, source, new SourceSettings(Address: server.Root + "/new"));
        var kept = await bench.SourceAsync(source);
        Assert.Equal((0, null, null), (kept.Failures, kept.Trouble, kept.FailsSince));
    }

    [Fact]
    public async Task Two_sources_of_a_publication_are_not_moved_to_one_address()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await bench.AddAsync(SourceKind.Feed, "https://site.example/feed");
        var second = await bench.AddAsync(SourceKind.Feed, "https://site.example/rss");
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            SetAsync(bench, second, new SourceSettings(Address: "site.example/feed"))
        );
        Assert.Contains("Source 1 of the same publication", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_paused_source_rests_and_gives_what_it_published_meanwhile_when_it_is_resumed(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        var body = Feed(Item("1", "One", "Words."));
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(body));
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        await bench.FetchDueAsync(Cancel);
        await bench.Register.PauseAsync(source.Id, Cancel);
        body = Feed(Item("1", "One", "Words."), Item("2", "Two", "More."));
        bench.Newsroom.Database.Clock.Advance(TimeSpan.FromDays(3));
        await bench.FetchDueAsync(Cancel);
        Assert.Single(server.Asked);

        await bench.Register.ResumeAsync(source.Id, Cancel);
        await bench.FetchDueAsync(Cancel);
        Assert.Equal(["One, 1", "Two, 1"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task A_paused_source_that_is_fetched_by_hand_stays_paused()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(Feed(Item("1", "One", "Words.")))
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        await bench.Register.PauseAsync(source.Id, Cancel);
        Assert.Single((await bench.FetchAsync(source)).Taken);
        Assert.NotNull((await bench.SourceAsync(source)).PausedAt);
    }

    [Fact]
    public async Task The_pages_behind_excerpts_are_read_once_that_is_set_though_the_feed_is_as_it_was()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(context =>
        {
            if (context.Request.Headers.IfNoneMatch.Count > 0)
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            context.Response.Headers.ETag = "\"same\"";
            return context.Response.WriteAsync(Feed(Item("1", "One", "Words.")));
        });
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        await bench.FetchAsync(source);
        await SetAsync(bench, source, new SourceSettings(ReadsPages: false));
        Assert.Equal(0, (await bench.FetchAsync(source)).Unchanged);
        await SetAsync(bench, source, new SourceSettings(ReadsPages: true));
        Assert.Equal(1, (await bench.FetchAsync(source)).Unchanged);
    }

    private static Task SetAsync(SourceBench bench, Source source, SourceSettings settings) =>
        bench.Register.SetAsync(source.Id, settings, Cancel);

    private static string Feed(params string[] items) =>
        $"""<rss version="2.0"><channel><title>Feed</title>{string.Concat(items)}</channel></rss>""";

    private static string Item(string id, string title, string text) =>
        $"""<item><guid isPermaLink="false">{id}</guid><title>{title}</title><description>{text}</description></item>""";
}
