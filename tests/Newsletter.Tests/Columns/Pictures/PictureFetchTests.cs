using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Pictures;

public sealed class PictureFetchTests
{
    private const string Loopback = "127.0.0.1/32";

    private static readonly FetchLimits Small = new(100_000, TimeSpan.FromSeconds(20), Redirects: 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:{0}/a.jpg")]
    [InlineData("http://localhost:{0}/a.jpg")]
    [InlineData("http://2130706433:{0}/a.jpg")]
    [InlineData("http://0x7f.1:{0}/a.jpg")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/a.jpg")]
    [InlineData("http://[::1]:{0}/a.jpg")]
    [InlineData("http://0.0.0.0:{0}/a.jpg")]
    [InlineData("http://[::]:{0}/a.jpg")]
    [InlineData("https://127.0.0.1:{0}/a.jpg")]
    [InlineData("http://127.9.9.9:{0}/a.jpg")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/a.jpg")]
    [InlineData("http://10.255.255.255/a.jpg")]
    [InlineData("http://172.16.0.1/a.jpg")]
    [InlineData("http://192.168.1.1/a.jpg")]
    [InlineData("http://100.64.0.1/a.jpg")]
    [InlineData("http://[fe80::1]/a.jpg")]
    [InlineData("http://[fd00::1]/a.jpg")]
    [InlineData("http://[64:ff9b::7f00:1]/a.jpg")]
    [InlineData("http://255.255.255.255/a.jpg")]
    public async Task No_picture_is_fetched_from_an_address_that_is_not_public(string address)
    {
        await using var server = await PictureServer.OfAsync(SomePictures.Jpeg());
        var port = new Uri(server.Root).Port;

        var fault = await FaultAsync(
            new OutsideWeb(),
            new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, port))
        );

        Said.Sentence(fault, "no public address");
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/secret.jpg")]
    [InlineData("http://localhost:{0}/secret.jpg")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("//10.0.0.1/a.jpg")]
    public async Task A_redirect_leads_to_no_address_that_is_not_public(string target)
    {
        await using var secret = await PictureServer.OfAsync(SomePictures.Jpeg());
        var port = new Uri(secret.Root).Port;
        // The one address that is allowed is the redirecting server's.
        await using var server = await RedirectsAsync(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, target, port)
        );

        var fault = await FaultAsync(new OutsideWeb("127.0.0.3/32"), server.At("/a.jpg"));

        Said.Sentence(fault, "no public address");
        Assert.Empty(secret.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/a.jpg")]
    [InlineData("data:image/png;base64,AAAA")]
    public async Task A_redirect_leaves_the_web_for_nothing_else(string target)
    {
        await using var server = await RedirectsAsync(target);

        Said.Sentence(
            await FaultAsync(new OutsideWeb("127.0.0.3/32"), server.At("/a")),
            "redirects to no address of the web"
        );
    }

    [Fact]
    public async Task A_redirect_is_followed_also_where_it_is_relative()
    {
        var picture = SomePictures.Jpeg();
        await using var server = await PictureServer.StartAsync(context =>
        {
            if (context.Request.Path == "/new/b.jpg")
                return context.Response.Body.WriteAsync(picture).AsTask();
            context.Response.Redirect("new/b.jpg", permanent: true);
            return Task.CompletedTask;
        });
        using var web = new OutsideWeb(Loopback);

        var bytes = await Fetch(web, Small).FetchAsync(server.At("/a.jpg"), Cancel);

        Assert.Equal(picture, bytes);
    }

    [Fact]
    public async Task Redirects_that_do_not_end_are_given_up()
    {
        await using var server = await PictureServer.StartAsync(context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });

        Said.Sentence(await FaultAsync(new OutsideWeb(Loopback), server.At("/a")), "redirected more than 5 times");
        Assert.Equal(6, server.Asked.Count);
    }

    [Fact]
    public async Task A_picture_that_says_it_is_too_large_is_not_read()
    {
        await using var server = await PictureServer.StartAsync(context =>
        {
            context.Response.ContentLength = 30 * 1024 * 1024;
            return context.Response.Body.WriteAsync(new byte[1000]).AsTask();
        });
        using var web = new OutsideWeb(Loopback);

        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Fetch(web, FetchLimits.Usual).FetchAsync(server.At("/a.jpg"), Cancel)
        );

        Said.Sentence(refusal.Message, "It is larger than 20 MB; make it smaller, or ask its owner to.");
    }

    [Fact]
    public async Task Bytes_without_end_are_given_up_at_the_limit()
    {
        await using var server = await PictureServer.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(new byte[10_000], context.RequestAborted);
        });

        Said.Sentence(
            await FaultAsync(new OutsideWeb(Loopback), server.At("/a.jpg")),
            "It is larger than 0.1 MB; make it smaller, or ask its owner to."
        );
    }

    [Fact]
    public async Task A_packed_answer_is_not_unpacked()
    {
        await using var server = await PictureServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Optimal);
            for (var i = 0; i < 1000; i++)
                await gzip.WriteAsync(new byte[10_000]);
        });
        using var web = new OutsideWeb(Loopback);

        var bytes = await Fetch(web, Small).FetchAsync(server.At("/a.jpg"), Cancel);

        Assert.InRange(bytes.Length, 1, 100_000);
        Assert.Throws<Refusal>(() => PictureSigns.FormatOf(bytes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_is_slow_is_given_up(bool begins)
    {
        await using var server = await PictureServer.StartAsync(async context =>
        {
            if (begins)
                await context.Response.Body.WriteAsync(new byte[100], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var web = new OutsideWeb(Loopback);
        var hasty = Small with { Time = TimeSpan.FromSeconds(0.4) };

        var refusal = await Assert.ThrowsAsync<Refusal>(() => Fetch(web, hasty).FetchAsync(server.At("/a"), Cancel));

        Assert.Contains("did not send it within 0.4 seconds", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_has_no_picture_is_told_with_its_answer()
    {
        await using var server = await PictureServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });

        Said.Sentence(
            await FaultAsync(new OutsideWeb(Loopback), server.At("/a.jpg")),
            "127.0.0.1 answered 404 (NotFound)."
        );
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        Said.Sentence(
            await FaultAsync(new OutsideWeb(Loopback), new Uri("http://127.0.0.1:1/a.jpg")),
            "127.0.0.1 could not be reached"
        );
        Said.Sentence(
            await FaultAsync(new OutsideWeb(), new Uri("https://nowhere.invalid/a.jpg")),
            "nowhere.invalid could not be reached"
        );
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_not_told_that_the_server_is_slow()
    {
        await using var server = await PictureServer.StartAsync(context => Task.Delay(5000, context.RequestAborted));
        using var web = new OutsideWeb(Loopback);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Fetch(web, Small).FetchAsync(server.At("/a"), stop.Token)
        );
    }

    private static Task<PictureServer> RedirectsAsync(string target) =>
        PictureServer.StartAsync(
            context =>
            {
                (context.Response.StatusCode, context.Response.Headers.Location) = (302, target);
                return Task.CompletedTask;
            },
            "127.0.0.3"
        );

    private static PictureFetch Fetch(OutsideWeb web, FetchLimits limits) => new(web, limits, TimeProvider.System);

    private static async Task<string> FaultAsync(OutsideWeb web, Uri address)
    {
        using (web)
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => Fetch(web, Small).FetchAsync(address, Cancel));
            return refusal.Message;
        }
    }
}
