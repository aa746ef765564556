using Microsoft.AspNetCore.Http;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

/// <summary>Feeds that hold only excerpts, and the pages behind them.</summary>
public sealed class PagesBehindItemsTests
{
    private const string Page =
        "<html><body><article><h1>Title</h1><p>The whole text of the column, with a <a href=\"/more\">relative link</a> in it.</p><p>And a second paragraph, which the feed does not have.</p></article></body></html>";

    [Fact]
    public async Task A_page_that_fails_once_leaves_the_text_that_was_read_whole()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var fails = false;
        await using var server = await SiteAsync(
            1,
            context =>
            {
                if (fails)
                    context.Response.StatusCode = 500;
                return fails ? Task.CompletedTask : context.Response.WriteAsync(Page);
            },
            saysWhenNothingIsNew: false
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true);
        Assert.Equal(2, Assert.Single((await bench.FetchAsync(source)).Taken).Content.Blocks.Count);
        fails = true;
        var second = await bench.FetchAsync(source);
        Assert.Contains("tried again the next time", Assert.Single(second.Notices), StringComparison.Ordinal);
        fails = false;
        await bench.FetchAsync(source);
        Assert.Equal(["Item 1, 1"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task An_item_whose_page_fails_comes_when_the_page_does()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var fails = true;
        await using var server = await SiteAsync(
            1,
            context =>
            {
                if (fails)
                    context.Response.StatusCode = 500;
                return fails ? Task.CompletedTask : context.Response.WriteAsync(Page);
            }
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true);
        Assert.Empty((await bench.FetchAsync(source)).Taken);
        fails = false;
        Assert.Equal(2, Assert.Single((await bench.FetchAsync(source)).Taken).Content.Blocks.Count);
        Assert.Equal("Nothing new.", (await bench.FetchAsync(source)).Found);
    }

    [Fact]
    public async Task Of_a_long_feed_the_pages_come_over_several_fetches()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await SiteAsync(70, context => context.Response.WriteAsync(Page));
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true);
        var first = await bench.FetchAsync(source);
        Assert.Equal(30, first.Taken.Count);
        Assert.Contains("those of 40 more are the next time", first.Notices[^1], StringComparison.Ordinal);
        Assert.Equal(30, (await bench.FetchAsync(source)).Taken.Count);
        Assert.Equal(10, (await bench.FetchAsync(source)).Taken.Count);
        Assert.Equal("Nothing new.", (await bench.FetchAsync(source)).Found);
        var issue = await bench.Newsroom.Composing.ComposeAsync(
            new(Newsroom.Slug),
            TestContext.Current.CancellationToken
        );
        // The newest of the feed, and not of each fetch.
        Assert.Equal(20, issue.Columns.Count);
    }

    [Fact]
    public async Task Links_of_a_page_are_resolved_against_where_it_was_fetched()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await SiteAsync(1, context => context.Response.WriteAsync(Page));
        var fetched = await bench.FetchAsync(
            await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true)
        );
        var paragraph = Assert.IsType<Block.Paragraph>(Assert.Single(fetched.Taken).Content.Blocks[0]);
        Assert.Equal($"{server.Root}/more", paragraph.Content.OfType<Inline.Link>().Single().Address);
    }

    [Fact]
    public async Task What_is_no_page_leaves_the_excerpt_and_a_notice()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await SiteAsync(
            1,
            context =>
            {
                context.Response.ContentType = "application/pdf";
                return context.Response.WriteAsync("%PDF-1.7");
            }
        );
        var fetched = await bench.FetchAsync(
            await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true)
        );
        var column = Assert.Single(fetched.Taken).Content;
        Assert.Contains("An excerpt", BlockText.Of(column.Blocks), StringComparison.Ordinal);
        Assert.Contains(column.Notices, notice => notice.Contains("(application/pdf)", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_publications_on_one_feed_neither_shortens_the_column_of_the_other(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        await using var server = await SiteAsync(1, context => context.Response.WriteAsync(Page));
        var excerpts = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed");
        await bench.FetchAsync(excerpts);
        await bench.Register.RemoveAsync(excerpts.Id, TestContext.Current.CancellationToken);
        await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true));
        Assert.Equal(["Item 1, 2"], await bench.ColumnsAsync());
        var again = (await bench.Register.ListAsync(slug: null, TestContext.Current.CancellationToken))[0].Source;
        await bench.Register.RemoveAsync(again.Id, TestContext.Current.CancellationToken);
        await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root + "/feed"));
        Assert.Equal(["Item 1, 2"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task A_page_says_of_an_author_what_its_feed_leaves_out()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(
                context.Request.Path == "/feed"
                    ? $"<rss version='2.0'><channel><title>F</title><item><title>T</title><author>no@site.example (Ada Lovelace)</author><link>http://{context.Request.Host}/page</link><description>Short.</description></item></channel></rss>"
                    : Page.Replace(
                        "<body>",
                        """<head><script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Ada Lovelace","jobTitle":"Poet","image":"https://site.example/ada.jpg"}}</script></head><body>""",
                        StringComparison.Ordinal
                    )
            )
        );
        var fetched = await bench.FetchAsync(
            await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true)
        );
        Assert.Equal(
            new Byline("Ada Lovelace", "Poet", new Picture("https://site.example/ada.jpg", "Ada Lovelace")),
            Assert.Single(Assert.Single(fetched.Taken).Content.Authors)
        );
    }

    private static Task<PictureServer> SiteAsync(
        int items,
        Func<HttpContext, Task> page,
        bool saysWhenNothingIsNew = true
    ) =>
        PictureServer.StartAsync(async context =>
        {
            if (context.Request.Path != "/feed")
            {
                context.Response.ContentType = "text/html";
                await page(context);
                return;
            }

            if (context.Request.Headers.IfNoneMatch == "\"all\"")
            {
                context.Response.StatusCode = 304;
                return;
            }

            if (saysWhenNothingIsNew)
                context.Response.Headers.ETag = "\"all\"";
            var entries = Enumerable
                .Range(1, items)
                .Select(item =>
                    $"<item><guid>{item}</guid><link>http://{context.Request.Host}/page/{item}</link><title>Item {item}</title><description>An excerpt …</description></item>"
                );
            await context.Response.WriteAsync(
                $"<rss version=\"2.0\"><channel>{string.Concat(entries)}</channel></rss>"
            );
        });
}
