using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class PublicPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_issue_in_a_browser_has_no_mark_and_no_readers_value_left(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var html =
            $"<p style=\"color:#222222\">Bonjour {Mark.ReaderName}</p><a href=\"{Mark.UnsubscribeUrl}\">x</a>{Mark.ReaderAddress}";
        await site.IssueAsync(await site.PublicationAsync(), html, started: true);
        using var answer = await site.Client.GetAsync("/lettre/1", Cancel);
        Assert.Equal(
            "<p style=\"color:#222222\">Bonjour </p><a href=\"../unsubscribe\">x</a>",
            await answer.Content.ReadAsStringAsync(Cancel)
        );
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("style-src 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' https:", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var how = await site.Client.GetAsync("/unsubscribe", Cancel);
        Assert.Equal(HttpStatusCode.OK, how.StatusCode);
    }

    [Theory]
    [InlineData("/lettre/1")]
    [InlineData("/lettre/2")]
    [InlineData("/autre/1")]
    [InlineData("/lettre/0")]
    [InlineData("/lettre/99999999999999999999")]
    [InlineData("/nowhere")]
    public async Task What_is_not_public_is_not_found_in_friendly_words(string path)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.IssueAsync(await site.PublicationAsync(), "<p>secret</p>", started: false);
        site.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de, fr-CH;q=0.9, en;q=0.8");
        using var answer = await site.Client.GetAsync(path, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_with_accents_stand_in_a_page_as_they_are_and_what_HTML_means_is_escaped()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync(title: "L’Été <b>chaud</b> &amp; Łódź 東京");
        var page = await site.Client.GetStringAsync("/lettre/subscribe", Cancel);
        Assert.Contains("L’Été &lt;b&gt;chaud&lt;/b&gt; &amp;amp; Łódź 東京", page, StringComparison.Ordinal);
        Assert.Contains("Votre adresse électronique", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_start_page_shows_what_was_sent_and_nothing_in_preparation(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        await site.IssueAsync(await site.PublicationAsync(), "<p></p>", started: true);
        await site.IssueAsync(await site.PublicationAsync("plan", "Le Plan"), "<p></p>", started: false);
        var page = await site.Client.GetStringAsync("/", Cancel);
        Assert.Contains("La Lettre", page, StringComparison.Ordinal);
        Assert.Contains("href=\"lettre/1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("plan/1", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_start_page_shows_no_issue_that_is_for_a_part_of_the_readers(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        await site.IssueAsync(await site.PublicationAsync(), "<p></p>", started: true);
        await using (var db = site.Database.Open())
            await db.Issues.ExecuteUpdateAsync(set => set.SetProperty(i => i.Segment, "tag vip"), Cancel);

        Assert.DoesNotContain("lettre/1", await site.Client.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        using var linked = await site.Client.GetAsync("/lettre/1", Cancel);
        Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
    }

    [Theory, OnBothDatabases]
    public async Task Health_is_ok_while_the_database_answers(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        using var answer = await site.Client.GetAsync("/health", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"status\":\"ok\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_503_once_the_database_is_gone_and_pages_fail_in_friendly_words()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (_, path) = await site.ReaderAsync(await site.PublicationAsync());
        SqlitePools.Clear(site.Database.Folder.Path);
        foreach (var file in Directory.GetFiles(site.Database.Folder.Path, "newsletter.db*"))
            File.Delete(file);
        using var health = await site.Client.GetAsync("/health", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        using var post = await site.Client.PostAsync(path, null, Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, post.StatusCode);
        Assert.Contains("Something went wrong", await post.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
