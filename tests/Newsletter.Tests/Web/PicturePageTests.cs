using System.Net;
using System.Net.Http.Headers;
using Newsletter.Columns.Pictures;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class PicturePageTests
{
    private static readonly byte[] Bytes = [0xFF, 0xD8, 0xFF, 1, 2, 3];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_served_for_ever_and_to_every_site()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var name = new PictureFolder(site.Database.Folder).Keep(Bytes, PictureKind.Jpeg);

        using var answer = await site.Client.GetAsync($"/pictures/{name}", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", Header(answer, "Cache-Control"));
        Assert.Equal("cross-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("default-src 'none'", Header(answer, "Content-Security-Policy"));
        Assert.Equal($"\"{name.Hash}\"", answer.Headers.ETag?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Cross-Origin-Embedder-Policy"));
    }

    [Fact]
    public async Task Whoever_has_it_or_asks_for_its_head_gets_no_bytes()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var name = new PictureFolder(site.Database.Folder).Keep(Bytes, PictureKind.Png);
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/pictures/{name}");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/pictures/{name}");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{name.Hash}\""));

        using var ofHead = await site.Client.SendAsync(head, Cancel);
        using var ofAgain = await site.Client.SendAsync(again, Cancel);

        Assert.Equal((HttpStatusCode.OK, 6), (ofHead.StatusCode, ofHead.Content.Headers.ContentLength));
        Assert.Equal("image/png", ofHead.Content.Headers.ContentType?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, ofAgain.StatusCode);
    }

    [Theory]
    [InlineData("/pictures/af0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd.jpg")]
    [InlineData("/pictures/af0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd.svg")]
    [InlineData("/pictures/AF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCD.jpg")]
    [InlineData("/pictures/..%2f..%2fnewsletter.db")]
    [InlineData("/pictures/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswdaaaaaaaaaaaaaaaaaa.jpg")]
    [InlineData("/pictures/")]
    public async Task What_is_no_picture_of_ours_is_not_found_in_friendly_words(string path)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);

        using var answer = await site.Client.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<html", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", Header(answer, "Cache-Control") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_may_be_called_pictures()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.IssueAsync(await site.PublicationAsync("pictures"), "<p>Bonjour</p>", started: true);

        Assert.Equal("<p>Bonjour</p>", await site.Client.GetStringAsync("/pictures/1", Cancel));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
