using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

/// <summary>What servers do to those who ask them, and that it stays a sentence with the source.</summary>
public sealed class SourceFaultsTests
{
    private const string Good =
        """<rss version="2.0"><channel><item><guid>1</guid><title>First</title><description>Words.</description></item></channel></rss>""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_that_drips_is_given_up()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        var clock = bench.Newsroom.Database.Clock;
        bench.FetchClock = clock;
        await using var server = await PictureServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("<rss>", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        Assert.Contains("did not send it within 30 seconds", fetched.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_feed_without_an_end_is_given_up(bool isAnnounced)
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(async context =>
        {
            if (isAnnounced)
                context.Response.ContentLength = 300_000_000;
            var piece = Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Repeat("<item><title>Again</title></item>", 10_000))
            );
            await context.Response.WriteAsync("<rss version='2.0'><channel>", context.RequestAborted);
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        });
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        Assert.Contains("larger than 32 MB", fetched.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_signed_is_not_read()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        using var authority = new TestAuthority();
        using var certificate = X509CertificateLoader.LoadPkcs12(
            authority.Certify(IPAddress.Loopback).Export(X509ContentType.Pkcs12),
            password: null
        );
        await using var server = await PictureServer.StartAsync(
            context => context.Response.WriteAsync(Good),
            certificate: certificate
        );
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        Assert.Contains("the certificate of 127.0.0.1 is not valid", fetched.Fault, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_source_that_takes_too_long_as_a_whole_is_given_up()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(async context =>
        {
            bench.Newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(21));
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        Assert.Contains("within 20 minutes", fetched.Fault, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_slow_source_does_not_keep_the_others_waiting(Provider provider)
    {
        await using var bench = await SourceBench.AtAsync(provider);
        var others = new SemaphoreSlim(0);
        await using var server = await PictureServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/slow")
                await others.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(Good.Replace("First", context.Request.Path, StringComparison.Ordinal));
            others.Release();
        });
        await bench.AddAsync(SourceKind.Feed, server.Root + "/slow");
        await bench.AddAsync(SourceKind.Feed, server.Root + "/quick");
        await bench.FetchDueAsync(Cancel);
        Assert.Equal(["/quick, 1", "/slow, 1"], (await bench.ColumnsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_stops_the_program_in_a_fetch_leaves_the_source_to_the_next()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        using var stop = new CancellationTokenSource();
        await using var server = await PictureServer.StartAsync(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.FetchDueAsync(stop.Token));
        var kept = await bench.SourceAsync(source);
        Assert.Equal((0, bench.Newsroom.Database.Clock.GetUtcNow()), (kept.Failures, kept.NextAt));
    }

    [Fact]
    public async Task Items_without_an_id_and_with_days_that_cannot_be_are_columns_all_the_same()
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(
                """
                <rss version="2.0"><channel>
                <item><guid></guid><link>https://site.example/a</link><title>Epoch</title><description>A.</description><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
                <item><guid> </guid><link>https://site.example/b</link><title>Future</title><description>B.</description><pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate></item>
                <item><guid/><title>Bare</title><description>C.</description><pubDate>someday</pubDate></item>
                </channel></rss>
                """
            )
        );
        var source = await bench.AddAsync(SourceKind.Feed, server.Root);
        var taken = (await bench.FetchAsync(source)).Taken;
        Assert.Equal(3, taken.Count);
        Assert.All(taken, one => Assert.Null(one.Content.Date));
        Assert.Equal(
            2,
            taken.Count(one => one.Content.Notices.Any(n => n.Contains("cannot be", StringComparison.Ordinal)))
        );
        Assert.Equal(3, (await bench.FetchAsync(source)).Unchanged);
    }

    [Theory]
    [InlineData("Thu, 05 Mar 2026 23:30:00 +0000", 6)]
    [InlineData("Thu, 05 Mar 2026 00:00:00 +0000", 5)]
    [InlineData("Thu, 05 Mar 2026 23:30:00 -0500", 5)]
    public async Task A_day_is_the_one_that_readers_saw(string written, int day)
    {
        await using var bench = await SourceBench.AtAsync(Provider.Sqlite);
        await using (var db = bench.Newsroom.Database.Open())
        {
            (await db.Publications.SingleAsync(Cancel)).SetTimeZone(
                "Europe/Paris",
                bench.Newsroom.Database.Clock.GetUtcNow()
            );
            await db.SaveChangesAsync(Cancel);
        }

        await using var server = await PictureServer.StartAsync(context =>
            context.Response.WriteAsync(
                $"<rss version=\"2.0\"><channel><item><guid>1</guid><title>One</title><description>A.</description><pubDate>{written}</pubDate></item></channel></rss>"
            )
        );
        bench.Newsroom.Database.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero));
        var fetched = await bench.FetchAsync(await bench.AddAsync(SourceKind.Feed, server.Root));
        Assert.Equal(new DateOnly(2026, 3, day), Assert.Single(fetched.Taken).Content.Date);
    }
}
