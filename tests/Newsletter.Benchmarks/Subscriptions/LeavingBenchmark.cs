using System.Globalization;
using Newsletter.Benchmarks.Delivery;

namespace Newsletter.Benchmarks.Subscriptions;

/// <summary>
/// One-click unsubscribing while an issue is being sent, by Debian's <c>wrk</c>, each request with another reader's
/// link; side by side with an endpoint of Kestrel that does nothing, alone and beside the same delivery.
/// </summary>
internal static class LeavingBenchmark
{
    private const int Readers = 100_000;
    private static readonly TimeSpan s_span = TimeSpan.FromSeconds(6);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newsletter-leaving-").FullName;
        try
        {
            using var sink = await Sink.StartAsync();
            using var bare = await BareEndpoint.StartAsync();
            await MeasureAsync(folder, sink, bare);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, Sink sink, BareEndpoint bare)
    {
        var room = await Newsroom.OpenAsync(
            Path.Combine(folder, "room"),
            Readers,
            new Dictionary<string, string>
            {
                ["Relay__Host"] = "127.0.0.1",
                ["Relay__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
                ["Relay__Connections"] = "20",
            }
        );
        // Writing one mail makes the key that signs links.
        await room.MessageSizeAsync();
        var links = Path.Combine(folder, "links.txt");
        await File.WriteAllLinesAsync(links, await Links.OfAllAsync(room.Data));
        var alone = await Wrk.PostAsync(bare.Url, links, s_span);
        Wrk? beside = null;
        Wrk? ours = null;
        var (before, after) = (0L, 0L);
        var url = $"http://127.0.0.1:{BareEndpoint.FreePort()}";
        await room.ServeAsync(
            url,
            async () =>
            {
                await room.UntilSentAsync(1);
                beside = await Wrk.PostAsync(bare.Url, links, s_span);
                before = room.Sent();
                ours = await Wrk.PostAsync(url, links, s_span);
                after = room.Sent();
            }
        );
        var left = await Links.LeftAsync(room.Data);
        Line("Kestrel, an endpoint that does nothing", $"{alone.Rate:N0} requests/s");
        Line("the same while an issue is sent", $"{beside!.Rate:N0} requests/s");
        Line("one-click POSTs while an issue is sent", $"{ours!.Rate:N0} requests/s");
        Line(
            "share of Kestrel alone, beside sending",
            $"{ours.Rate / alone.Rate:0.00}, {ours.Rate / beside.Rate:0.00}"
        );
        Line("messages sent meanwhile", $"{(after - before) / s_span.TotalSeconds:N0} a second");
        Line("answered, errors", $"{ours.Requests:N0}, {ours.Errors:N0}");
        Line(
            "readers who left",
            $"{left:N0} (answered once and not on disk: {Math.Max(0, Math.Min(ours.Requests, Readers) - left):N0})"
        );
    }

    private static void Line(string name, FormattableString value) =>
        Console.WriteLine($"| {name, -40} | {value.ToString(CultureInfo.InvariantCulture), -60} |");
}
