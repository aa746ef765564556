using Microsoft.AspNetCore.Http;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

public sealed class OwnShortcodesOfSourcesTests
{
    private static readonly ShortcodeNames Own = ShortcodeNames.With([("encadre", ShortcodeKind.PullQuote)]);

    [Fact]
    public async Task A_posts_own_shortcodes_stand_for_what_the_settings_say()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        bench.Shortcodes = Own;
        await using var site = await WordPressSite.StartAsync();
        site.Post(1, "Title", "<p>Before.</p><p>[encadre]The words.[/encadre]</p>");
        var source = await bench.AddAsync(SourceKind.WordPress, site.Root);
        Assert.Contains(
            Assert.Single((await bench.FetchAsync(source)).Taken).Content.Blocks,
            block => block is Block.PullQuote
        );
    }

    [Fact]
    public async Task So_do_those_that_a_page_behind_an_item_shows()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        bench.Shortcodes = Own;
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(
                context.Request.Path == "/feed"
                    ? $"<rss version='2.0'><channel><title>F</title><item><title>T</title><link>http://{context.Request.Host}/page</link><description>Short.</description></item></channel></rss>"
                    : "<html><body><article><h1>T</h1><p>The whole text of the column stands here.</p><p>[encadre]The words.[/encadre]</p></article></body></html>"
            )
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed", readsPages: true);
        Assert.Contains(
            Assert.Single((await bench.FetchAsync(source)).Taken).Content.Blocks,
            block => block is Block.PullQuote
        );
    }
}
