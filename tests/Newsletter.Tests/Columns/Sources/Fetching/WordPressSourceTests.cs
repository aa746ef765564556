using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

public sealed class WordPressSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task All_posts_of_a_site_come_once_and_an_edited_one_is_revised(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        await using var site = await WordPressSite.StartAsync();
        for (var id = 1; id <= 120; id++)
            site.Post(id, $"Post {id}", $"<p>Words of {id}.</p>", $"2026-02-{1 + (id % 28):00}");
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);

        Assert.Equal(120, (await bench.FetchAsync(source)).Taken.Count);
        Assert.Equal("Le Site & moi", (await bench.SourceAsync(source)).Title);

        bench.Newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        var edited = site.Post(121, "New", "<p>New.</p>", "2026-03-05");
        edited["modified_gmt"] = "2026-03-05T08:00:00";
        var second = await bench.FetchAsync(source);
        Assert.Equal(["New"], second.Taken.Select(taken => taken.Content.Title));

        edited["content"]!["rendered"] = "<p>New, and better.</p>";
        Assert.Equal("0 new, 1 changed, 0 as known.", (await bench.FetchAsync(source)).Found);
        site.Remove(edited);
        await bench.FetchAsync(source);
        var columns = await bench.ColumnsAsync();
        Assert.Equal(121, columns.Count);
        Assert.Contains("New, 2", columns);
    }

    [Fact]
    public async Task A_site_whose_WordPress_stands_elsewhere_is_found_by_what_its_pages_say()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync("/blog/wp-json");
        site.Post(1, "Here", "<p>Words.</p>");
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        Assert.Equal("Here", Assert.Single(fetched.Taken).Content.Title);
    }

    [Fact]
    public async Task A_site_that_closes_its_interface_is_read_by_its_feed()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.First = async context =>
        {
            if (context.Request.Path.StartsWithSegments("/feed", StringComparison.Ordinal))
            {
                await context.Response.WriteAsync(
                    """<rss version="2.0"><channel><title>Site</title><item><guid>1</guid><title>By feed</title><description>Words.</description></item></channel></rss>"""
                );
                return true;
            }

            context.Response.StatusCode = 401;
            return true;
        };
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        Assert.Equal("By feed", Assert.Single(fetched.Taken).Content.Title);
        Assert.Contains("(401)", Assert.Single(fetched.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_opens_its_interface_later_is_read_whole_then()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.Post(1, "Old", "<p>Words of old.</p>", "2024-01-01");
        site.Post(2, "By feed", "<p>Words.</p>", "2026-03-01");
        site.First = async context =>
        {
            if (!context.Request.Path.StartsWithSegments("/feed", StringComparison.Ordinal))
            {
                context.Response.StatusCode = 401;
                return true;
            }

            await context.Response.WriteAsync(
                """<rss version="2.0"><channel><item><guid>https://site.example/?p=2</guid><link>https://site.example/2/</link><title>By feed</title><description>Words.</description></item></channel></rss>"""
            );
            return true;
        };
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);
        await bench.FetchAsync(source);
        await bench.FetchAsync(source);
        site.First = _ => Task.FromResult(false);
        await bench.FetchAsync(source);
        Assert.Equal(["By feed", "Old"], (await bench.ColumnsAsync()).Select(column => column.Split(',')[0]));
    }

    [Fact]
    public async Task An_old_WordPress_is_not_read_whole_again_at_each_fetch()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.IsOld = true;
        for (var id = 1; id <= 400; id++)
            site.Post(id, $"Post {id}", $"<p>Words of {id}.</p>", $"2025-{1 + (id % 12):00}-{1 + (id % 28):00}");
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);
        await bench.FetchAsync(source);
        var before = site.Asked.Count();
        site.Post(401, "Edited", "<p>Words.</p>", "2024-01-01")["modified_gmt"] = bench
            .Newsroom.Database.Clock.GetUtcNow()
            .ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Equal("Edited", Assert.Single((await bench.FetchAsync(source)).Taken).Content.Title);
        Assert.InRange(site.Asked.Count() - before, 3, 4);
    }

    [Theory]
    [InlineData(429, "to come less often")]
    [InlineData(500, "answered 500")]
    [InlineData(503, "answered 503")]
    public async Task A_busy_site_is_asked_again_later_and_not_by_another_door(int status, string said)
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.First = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7200";
            return Task.FromResult(true);
        };
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);
        Assert.Contains(said, (await bench.FetchAsync(source)).Fault, StringComparison.Ordinal);
        var kept = await bench.SourceAsync(source);
        Assert.Equal(1, kept.Failures);
        Assert.Equal(bench.Newsroom.Database.Clock.GetUtcNow().AddHours(2), kept.NextAt);
        Assert.DoesNotContain(site.Asked, path => path.StartsWith("/feed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_list_of_posts_is_said_and_nothing_is_lost()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.Post(1, "Kept", "<p>Words.</p>");
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);
        await bench.FetchAsync(source);
        site.First = async context =>
        {
            await context.Response.WriteAsync("<html>Maintenance</html>");
            return true;
        };
        Assert.NotNull((await bench.FetchAsync(source)).Fault);
        Assert.Equal(["Kept, 1"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task A_site_that_is_closed_for_a_while_loses_nothing_of_what_was_read_whole()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.Post(1, "One", $"<p>{string.Concat(Enumerable.Repeat("Many words of a long text. ", 20))}</p>");
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);
        await bench.FetchAsync(source);
        site.First = async context =>
        {
            context.Response.StatusCode = 403;
            if (!context.Request.Path.StartsWithSegments("/feed", StringComparison.Ordinal))
                return true;
            context.Response.StatusCode = 200;
            await context.Response.WriteAsync(
                """<rss version="2.0"><channel><item><guid>https://site.example/?p=1</guid><link>https://site.example/1/</link><title>One</title><description>Many words …</description></item></channel></rss>"""
            );
            return true;
        };
        for (var time = 0; time < 5; time++)
            Assert.Contains("any more (403)", (await bench.FetchAsync(source)).Fault, StringComparison.Ordinal);
        Assert.Null((await bench.FetchAsync(source)).Fault);
        Assert.Equal(["One, 1"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task Of_a_whole_archive_the_newest_wait_for_the_next_issue()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        for (var id = 1; id <= 120; id++)
            site.Post(id, $"Post {id}", $"<p>Words of {id}.</p>", $"2025-{1 + (id / 28):00}-{1 + (id % 28):00}");
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        Assert.Equal((120, 100), (fetched.Taken.Count, fetched.SetAside));
        Assert.Contains("100 older columns were set aside", fetched.Notices[0], StringComparison.Ordinal);
        var issue = await bench.Newsroom.Composing.ComposeAsync(new(Newsroom.Slug), Cancel);
        var titles = fetched.Taken.ToDictionary(one => one.Column.Id, one => one.Content.Title);
        Assert.Equal(
            Enumerable.Range(101, 20).Select(id => $"Post {id}").Order(StringComparer.Ordinal),
            issue.Columns.Select(column => titles[column.ColumnId]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Posts_that_are_left_out_do_not_end_the_reading()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var site = await WordPressSite.StartAsync();
        site.HidesPages = true;
        for (var id = 1; id <= 60; id++)
            site.Post(id, $"Post {id}", "<p>Words.</p>", $"2026-01-{1 + (id % 28):00}")["content"]!["protected"] =
                id % 28 == 27;
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.WordPress, site.Root));
        Assert.Equal(58, fetched.Taken.Count);
    }
}
