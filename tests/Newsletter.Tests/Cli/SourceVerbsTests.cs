using Microsoft.AspNetCore.Http;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class SourceVerbsTests
{
    private const string Feed =
        """<rss version="2.0"><channel><title>The Site</title><item><guid>1</guid><title>First</title><description>Words.</description></item></channel></rss>""";

    [Fact]
    public async Task A_source_is_added_listed_fetched_and_taken_away()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(Feed));
        Assert.Contains("There is no source yet", await ListedAsync(folder), StringComparison.Ordinal);
        await folder.DoneAsync(["source", "add", "lettre", "--feed", server.Root]);
        Assert.Contains("not fetched yet", await ListedAsync(folder), StringComparison.Ordinal);

        var fetched = (await folder.DoneAsync(["source", "fetch"])).Output;
        Assert.Contains("1 new, 0 changed, 0 as known.", fetched, StringComparison.Ordinal);
        Assert.Contains("First", fetched, StringComparison.Ordinal);
        Assert.Contains("(The Site)", await ListedAsync(folder, "lettre"), StringComparison.Ordinal);
        var shown = (await folder.DoneAsync(["publication", "show", "lettre"])).Output;
        Assert.Contains($"source        1, {server.Root}/: fetched ", shown, StringComparison.Ordinal);

        await folder.DoneAsync(["source", "remove", "1"]);
        Assert.Contains("There is no source yet", await ListedAsync(folder), StringComparison.Ordinal);
        var gone = await folder.TypeAsync("source", "remove", "1");
        Assert.Equal((1, true), (gone.Status, gone.Error.Contains("There is no source 1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_source_is_set_otherwise_paused_and_resumed()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await using var server = await PictureServer.StartAsync(context => context.Response.WriteAsync(Feed));
        await folder.DoneAsync(["source", "add", "lettre", "--feed", server.Root + "/old"]);
        var set = await folder.DoneAsync([
            "source",
            "set",
            "1",
            "--address",
            server.Root + "/new",
            "--since",
            "2026-03-01",
            "--pages",
            "on",
            "--json",
        ]);
        Assert.Contains($"\"{server.Root}/new\"", set.Output, StringComparison.Ordinal);
        Assert.Contains("\"2026-03-01\"", set.Output, StringComparison.Ordinal);
        var lifted = await folder.DoneAsync(["source", "set", "1", "--since", "none", "--json"]);
        Assert.DoesNotContain("2026-03-01", lifted.Output, StringComparison.Ordinal);

        await folder.DoneAsync(["source", "pause", "1"]);
        Assert.Contains("paused since", await ListedAsync(folder), StringComparison.Ordinal);
        var shown = (await folder.DoneAsync(["publication", "show", "lettre"])).Output;
        Assert.Contains($"{server.Root}/new: paused since", shown, StringComparison.Ordinal);
        Assert.Contains("is paused", (await folder.DoneAsync(["source", "fetch"])).Output, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
        var fetched = (await folder.DoneAsync(["source", "fetch", "1"])).Output;
        Assert.Contains("1 new", fetched, StringComparison.Ordinal);
        Assert.Contains("paused since", await ListedAsync(folder), StringComparison.Ordinal);

        await folder.DoneAsync(["source", "resume", "1"]);
        Assert.DoesNotContain("paused", await ListedAsync(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in one way", "source", "add", "lettre")]
    [InlineData("in one way", "source", "add", "lettre", "--feed", "https://a.example", "--folder", ".")]
    [InlineData("is no day", "source", "add", "lettre", "--feed", "https://a.example", "--since", "May")]
    [InlineData("There is no folder", "source", "add", "lettre", "--folder", "/nowhere/at/all")]
    [InlineData("no publication", "source", "add", "none", "--feed", "https://a.example")]
    [InlineData("no publication", "source", "list", "none")]
    [InlineData("no publication", "source", "fetch", "none")]
    [InlineData("There is no source 7", "source", "fetch", "7")]
    [InlineData("There is no source 7", "source", "pause", "7")]
    [InlineData("There is no source 7", "source", "resume", "7")]
    [InlineData("There is no source 7", "source", "set", "7", "--since", "none")]
    [InlineData("Say what becomes other", "source", "set", "7")]
    [InlineData("is no day", "source", "set", "7", "--since", "May")]
    [InlineData("on or off", "source", "set", "7", "--pages", "all")]
    public async Task What_cannot_be_done_is_said(string said, params string[] typed)
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var refused = await folder.TypeAsync(typed);
        Assert.Equal(1, refused.Status);
        Assert.Contains(said, refused.Error, StringComparison.Ordinal);
    }

    private static async Task<string> ListedAsync(BadInputFolder folder, params string[] publication) =>
        (await folder.DoneAsync(["source", "list", .. publication])).Output;
}
