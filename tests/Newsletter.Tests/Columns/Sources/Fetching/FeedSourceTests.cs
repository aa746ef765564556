using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

public sealed class FeedSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_feed_that_says_nothing_is_new_is_not_read_again(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        var asked = new List<string>();
        await using var server = await PictureServer.StartAsync(async context =>
        {
            asked.Add(context.Request.Headers.IfNoneMatch.ToString());
            if (context.Request.Headers.IfNoneMatch == "\"one\"")
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.ETag = "\"one\"";
            await context.Response.WriteAsync(Feed(("1", "First", "Words.")));
        });
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed");
        Assert.Equal("1 new, 0 changed, 0 as known.", (await bench.FetchAsync(source)).Found);
        Assert.Equal("Nothing new.", (await bench.FetchAsync(source)).Found);
        Assert.Equal(["", "\"one\""], asked);
    }

    [Fact]
    public async Task An_item_that_is_gone_stays_and_one_that_moves_to_another_feed_address_is_new()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var body = Feed(("1", "First", "Words."), ("2", "Second", "Other words."));
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(body));
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed");
        await bench.FetchAsync(source);
        body = Feed(("2", "Second, edited", "Other words."));
        Assert.Equal("0 new, 1 changed, 0 as known.", (await bench.FetchAsync(source)).Found);
        Assert.Equal(["First, 1", "Second, edited, 2"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task A_failing_source_waits_longer_each_time_and_stops_no_other()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/bad")
                context.Response.StatusCode = 404;
            else
                await context.Response.WriteAsync(Feed(("1", "First", "Words.")));
        });
        var bad = await bench.AddAsync(SourceKind.Feed, server.Root + "/bad");
        await bench.AddAsync(SourceKind.Feed, server.Root + "/good");
        var clock = bench.Newsroom.Database.Clock;
        await bench.FetchDueAsync(Cancel);
        Assert.Equal(["First, 1"], await bench.ColumnsAsync());
        var waits = new List<TimeSpan>();
        for (var time = 0; time < 9; time++)
        {
            var kept = await bench.SourceAsync(bad);
            waits.Add(kept.NextAt - clock.GetUtcNow());
            clock.Advance(waits[^1]);
            await bench.FetchDueAsync(Cancel);
        }

        Assert.Equal([30, 60, 120, 240, 480, 960, 1440, 1440, 1440], waits.Select(wait => wait.TotalMinutes));
        Assert.Contains("There is nothing at", (await bench.SourceAsync(bad)).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_items_than_the_day_that_was_given_wait_for_a_person()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var body = """
            <rss version="2.0"><channel>
            <item><guid>1</guid><title>Old</title><description>Old words.</description><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item>
            <item><guid>2</guid><title>New</title><description>New words.</description><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate></item>
            </channel></rss>
            """;
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(body));
        var source = await bench.AddAsync(SourceKind.Feed, server.Root, new DateOnly(2026, 3, 3));
        Assert.Equal("2 new, 0 changed, 0 as known, 1 set aside.", (await bench.FetchAsync(source)).Found);
        var issue = await bench.Newsroom.Composing.ComposeAsync(new(Newsroom.Slug), Cancel);
        Assert.Single(issue.Columns);
    }

    [Fact]
    public async Task Of_a_feed_without_days_the_first_twenty_are_the_newest()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var body = Feed([.. Enumerable.Range(1, 25).Select(item => ($"{item}", $"Item {item}", $"Words of {item}."))]);
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(body));
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        var titles = fetched.Taken.ToDictionary(one => one.Column.Id, one => one.Content.Title);
        var issue = await bench.Newsroom.Composing.ComposeAsync(new(Newsroom.Slug), Cancel);
        Assert.Equal(
            Enumerable.Range(1, 20).Select(item => $"Item {item}"),
            issue.Columns.Select(column => titles[column.ColumnId])
        );
    }

    [Fact]
    public async Task A_small_body_that_becomes_a_large_one_is_given_up()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var piece = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 300; megabyte++)
                await gzip.WriteAsync(piece, context.RequestAborted);
        });
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        Assert.Contains("larger than 32 MB", fetched.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_source_redirects_to_inside_the_house_is_not_asked()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var inside = await PictureServer.StartAsync(context => context.Response.WriteAsync("secret"));
        await using var server = await PictureServer.StartAsync(context =>
        {
            context.Response.Redirect(inside.Root);
            return Task.CompletedTask;
        });
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        Assert.Contains("no public address", fetched.Fault, StringComparison.Ordinal);
        Assert.Empty(inside.Asked);
    }

    [Fact]
    public async Task Of_two_processes_one_fetches_what_is_due()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Postgres);
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(Feed(("1", "First", "Words.")))
        );
        await bench.AddAsync(SourceKind.Feed, server.Root);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.FetchDueAsync(Cancel)));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("ftp://example.org/feed")]
    [InlineData("https://user:secret@example.org/feed")]
    [InlineData("")]
    [InlineData("https://")]
    public async Task What_is_no_address_is_refused_with_a_sentence(string typed)
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.AddAsync(SourceKind.Feed, typed));
        Assert.Contains("is no address of the web", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_a_folder_come_and_a_bad_one_is_told()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var folder = Directory.CreateDirectory(bench.Newsroom.Database.Folder.In("columns")).FullName;
        await WriteAsync(folder, "a.md", "# One\n\nWords of one.");
        await WriteAsync(folder, "b.txt", "\0\0\0");
        var source = await bench.AddAsync(SourceKind.Folder, folder);
        var fetched = await bench.FetchAsync(source);
        Assert.Equal("One", Assert.Single(fetched.Taken).Content.Title);
        Assert.Contains("b.txt", Assert.Single(fetched.Notices), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
        Assert.Contains("cannot be read", (await bench.FetchAsync(source)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_which_nothing_changed_is_not_read_again_and_a_fast_clock_hides_no_file()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var folder = Directory.CreateDirectory(bench.Newsroom.Database.Folder.In("columns")).FullName;
        await WriteAsync(folder, "a.md", "# One\n\nWords of one.");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "a.md"), DateTime.UtcNow.AddHours(3));
        var source = await bench.AddAsync(SourceKind.Folder, folder);
        Assert.Equal("1 new, 0 changed, 0 as known.", (await bench.FetchAsync(source)).Found);
        Assert.Equal("Nothing new.", (await bench.FetchAsync(source)).Found);
        await WriteAsync(folder, "b.md", "# Two\n\nWords of two.");
        Assert.Equal("1 new, 0 changed, 1 as known.", (await bench.FetchAsync(source)).Found);
    }

    private static async Task WriteAsync(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text, Cancel);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-1));
    }

    private static string Feed(params (string Id, string Title, string Text)[] items) =>
        $"""<rss version="2.0"><channel><title>Feed</title>{string.Concat(items.Select(Item))}</channel></rss>""";

    private static string Item((string Id, string Title, string Text) item) =>
        $"<item><guid>{item.Id}</guid><title>{item.Title}</title><description>{item.Text}</description></item>";
}
