using Microsoft.AspNetCore.Http;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

public sealed class RenamedItemsTests
{
    [Theory, OnBothDatabases]
    public async Task A_feed_that_gives_its_items_other_ids_each_time_brings_nothing_twice(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        var fetches = 0;
        await using var server = await PictureServer.StartAsync(context =>
        {
            fetches++;
            return context.Response.WriteAsync(
                Feed(Item($"a-{fetches}", "/one", "One", "Words."), Item($"b-{fetches}", "/two", "Two", "Others."))
            );
        });
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        for (var time = 0; time < 3; time++)
            await bench.FetchAsync(source);
        Assert.Equal(3, fetches);
        Assert.Equal(["One, 1", "Two, 1"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task An_item_with_another_id_and_an_edited_text_is_a_revision()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var body = Feed(Item("1", "/one", "One", "Words."));
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(body));
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        await bench.FetchAsync(source);
        body = Feed(Item("2", "/one", "One", "Better words."));
        await bench.FetchAsync(source);
        Assert.Equal(["One, 2"], await bench.ColumnsAsync());
    }

    [Theory]
    [InlineData("/menu", "/menu", "Menu", "Menu", "2026-03-02", "2026-03-09", "Soup.", "Fish.")]
    [InlineData("/menu", "/menu", "Soup", "Fish", "2026-03-02", "2026-03-02", "Soup.", "Fish.")]
    [InlineData("/soup", "/fish", "Menu", "Menu", "2026-03-02", "2026-03-02", "Soup.", "Fish.")]
    [InlineData("/soup", "/fish", "Menu", "Menu", "2026-03-02", "2026-03-09", "Today.", "Today.")]
    public async Task Items_that_are_alike_in_part_are_two(
        string firstLink,
        string secondLink,
        string firstTitle,
        string secondTitle,
        string firstDay,
        string secondDay,
        string first,
        string second
    )
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var body = Feed(Item("1", firstLink, firstTitle, first, firstDay));
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(body));
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        await bench.FetchAsync(source);
        body = Feed(Item("2", secondLink, secondTitle, second, secondDay));
        await bench.FetchAsync(source);
        Assert.Equal(2, (await bench.ColumnsAsync()).Count);
    }

    [Fact]
    public async Task A_site_that_moves_to_https_and_sheds_its_www_keeps_its_columns()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var body = Feed(
            Item("http://www.site.example/one/", "", "One", "Words.")
                .Replace("https://site", "http://www.site", StringComparison.Ordinal)
        );
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(body));
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        await bench.FetchAsync(source);
        body = Feed(Item("https://site.example/one", "", "One", "Words, edited."));
        await bench.FetchAsync(source);
        Assert.Equal(["One, 2"], await bench.ColumnsAsync());
    }

    [Fact]
    public async Task A_source_whose_address_is_corrected_keeps_its_columns()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(Feed(Item("1", "/one", "One", "Words.")))
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root + "/feed.xml");
        await bench.FetchAsync(source);
        await bench.Register.RemoveAsync(source.Id, TestContext.Current.CancellationToken);
        await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root + "/feed/"));
        Assert.Equal(["One, 1"], await bench.ColumnsAsync());
    }

    private static string Feed(params string[] entries) =>
        $"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>{string.Concat(entries)}</feed>""";

    private static string Item(string id, string path, string title, string text, string day = "2026-03-02") =>
        $"""<entry><id>{id}</id><title>{title}</title><link href="https://site.example{path}"/><published>{day}T08:00:00Z</published><content type="html">{text}</content></entry>""";
}
