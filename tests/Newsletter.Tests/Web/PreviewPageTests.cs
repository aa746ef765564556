using System.Net;
using Newsletter.Review;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class PreviewPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_seen_by_whoever_has_its_link_in_the_ways_mail_programs_show_it()
    {
        await using var app = await NewsletterApp.StartAsync();
        var link = await DraftAsync(app);
        var page = await app.Browser.GetStringAsync(link, Cancel);
        Assert.Contains("<iframe class=\"desktop\"", page, StringComparison.Ordinal);
        Assert.Contains("<h1>The lamp</h1>", page, StringComparison.Ordinal);
        Assert.Contains("phone=true", page, StringComparison.Ordinal);

        var plain = await MailAsync(app, link, "");
        Assert.Contains("@media (prefers-color-scheme:dark)", plain, StringComparison.Ordinal);
        Assert.Contains("<style", plain, StringComparison.Ordinal);
        var dark = await MailAsync(app, link, "?dark=true");
        Assert.DoesNotContain("prefers-color-scheme", dark, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", await MailAsync(app, link, "?noStyles=true"), StringComparison.Ordinal);
        Assert.StartsWith("Lamps\n", await MailAsync(app, link, "?text=true"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_pictures_their_words_stand_and_nothing_is_loaded() =>
        Assert.Equal(
            "<img class=\"a\" src=\"data:,\" alt=\"A lamp\"><a href=\"https://example.org/src=\">",
            new MailView(Dark: false, WithoutPictures: true, WithoutStyles: false).Of(
                "<img class=\"a\" src=\"https://example.org/lamp.png\" alt=\"A lamp\"><a href=\"https://example.org/src=\">"
            )
        );

    [Fact]
    public async Task A_link_is_worth_a_day_and_only_as_it_was_given()
    {
        await using var app = await NewsletterApp.StartAsync();
        var link = await DraftAsync(app);
        var other = new Uri(link.AbsoluteUri[..^1] + (link.AbsoluteUri[^1] == 'A' ? 'B' : 'A'));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, other));
        app.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, link));
        app.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, link));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, new Uri(link + "/mail")));
    }

    private static async Task<Uri> DraftAsync(NewsletterApp app)
    {
        await app.TypeAsync("publication", "add", "lamps", "--title", "Lamps", "--from", "Lamps <lamps@example.org>");
        var file = Path.Combine(app.Folder.Path, "lamp.md");
        await File.WriteAllTextAsync(file, "# The lamp\n\nIt was lit at five.\n", Cancel);
        await app.TypeAsync("column", "add", file, "--publication", "lamps");
        await app.TypeAsync("issue", "compose", "--publication", "lamps");
        var given = await app.TypeAsync("issue", "preview", "1", "--link", "--json");
        return new Uri(app.Root, new Uri((string)given.Json["link"]!).AbsolutePath);
    }

    private static Task<string> MailAsync(NewsletterApp app, Uri link, string query) =>
        app.Browser.GetStringAsync(new Uri($"{link}/mail{query}"), Cancel);

    private static async Task<HttpStatusCode> StatusAsync(NewsletterApp app, Uri at)
    {
        using var answer = await app.Browser.GetAsync(at, Cancel);
        return answer.StatusCode;
    }
}
