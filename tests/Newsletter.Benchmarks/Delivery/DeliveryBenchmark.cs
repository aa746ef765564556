using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>
/// A whole delivery by the built program, as a process: SQLite, the ledger on, every outcome on disk; side by side
/// with smtp-source, before and after, on the same sinks. The ratios count; the figures are this machine's.
/// </summary>
internal static class DeliveryBenchmark
{
    /// <param name="words"><c>--readers N</c>, <c>--connections N</c>, <c>--signed</c>.</param>
    public static async Task RunAsync(string[] words)
    {
        var readers = Number(words, "--readers", 20_000);
        var connections = Number(words, "--connections", 20);
        var folder = Directory.CreateTempSubdirectory("newsletter-delivery-").FullName;
        try
        {
            using var first = await Sink.StartAsync();
            using var second = await Sink.StartAsync();
            var settings = Settings(folder, first.Port, connections, words.Contains("--signed"));
            var one = await Newsroom.OpenAsync(Path.Combine(folder, "one"), 1, settings);
            var all = await Newsroom.OpenAsync(Path.Combine(folder, "all"), readers, settings);
            var bytes = await all.MessageSizeAsync();
            var start = await one.DeliverAsync();
            var before = await Limit.MeasureAsync([first, second], readers, bytes, connections);
            var run = await all.DeliverAsync();
            var after = await Limit.MeasureAsync([first, second], readers, bytes, connections);
            Print(words.Contains("--signed"), readers, connections, bytes, start, run, (before, after), Fsync(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, string> Settings(string folder, int port, int connections, bool isSigned)
    {
        var settings = new Dictionary<string, string>
        {
            ["Relay__Host"] = "127.0.0.1",
            ["Relay__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Relay__Connections"] = connections.ToString(CultureInfo.InvariantCulture),
        };
        if (isSigned)
        {
            using var rsa = RSA.Create(2048);
            var file = Path.Combine(folder, "dkim.pem");
            File.WriteAllText(file, rsa.ExportRSAPrivateKeyPem());
            (settings["Dkim__Domain"], settings["Dkim__Selector"], settings["Dkim__KeyFile"]) = (
                "example.org",
                "news1",
                file
            );
        }
        return settings;
    }

    private static void Print(
        bool isSigned,
        int readers,
        int connections,
        int bytes,
        Measured start,
        Measured run,
        (double Before, double After) limit,
        TimeSpan fsync
    )
    {
        var rate = readers / (run.Wall - start.Wall).TotalSeconds;
        var cpu = (run.Cpu - start.Cpu).TotalSeconds / readers * 1000;
        Line(
            "messages",
            $"{readers:N0} of {bytes:N0} bytes, {(isSigned ? "DKIM RSA-2048" : "unsigned")}, {connections} connections"
        );
        Line("start-up (one reader)", $"{start.Wall.TotalSeconds:0.00} s, {start.Cpu.TotalSeconds:0.00} CPU-s");
        Line("delivery, start-up taken off", $"{rate:N0} messages/s");
        Line("smtp-source before, after", $"{limit.Before:N0}, {limit.After:N0} messages/s");
        Line("share of smtp-source", $"{rate / ((limit.Before + limit.After) / 2):0.00}");
        Line("CPU-seconds per 1,000", $"{cpu:0.000}");
        Line("peak memory (VmHWM)", $"{run.PeakMemory / 1e6:0} MB");
        Line("one fsync of 4 KB", $"{fsync.TotalMilliseconds:0.000} ms");
    }

    private static void Line(string name, FormattableString value) =>
        Console.WriteLine($"| {name, -30} | {value.ToString(CultureInfo.InvariantCulture), -60} |");

    private static TimeSpan Fsync(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync"), FileMode.Create);
        var page = new byte[4096];
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < 200; time++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }
        return watch.Elapsed / 200;
    }

    private static int Number(string[] words, string name, int usual) =>
        Array.IndexOf(words, name) is >= 0 and var place && place + 1 < words.Length
            ? int.Parse(words[place + 1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : usual;
}
