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
    public static async Task RunAsync(string[] words)
    {
        var wanted = Wanted.Of(words);
        var folder = Directory.CreateTempSubdirectory("newsletter-delivery-").FullName;
        try
        {
            using var first = await Sink.StartAsync();
            using var second = await Sink.StartAsync();
            using var slowFirst = SlowWire.Before(first, wanted.Delay);
            using var slowSecond = SlowWire.Before(second, wanted.Delay);
            int[] ports = wanted.Delay > TimeSpan.Zero ? [slowFirst.Port, slowSecond.Port] : [first.Port, second.Port];
            await MeasureAsync(wanted, folder, ports);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Wanted wanted, string folder, int[] ports)
    {
        var settings = Settings(wanted, folder, ports);
        var one = await Newsroom.OpenAsync(Path.Combine(folder, "one"), 1, settings);
        var all = await Newsroom.OpenAsync(Path.Combine(folder, "all"), wanted.Readers, settings);
        var bytes = await all.MessageSizeAsync();
        var start = await one.DeliverAsync();
        // More than so many tell nothing more of smtp-source.
        var compared = Math.Min(wanted.Readers, 50_000);
        var before = await Limit.MeasureAsync(ports, compared, bytes, wanted.Connections);
        var run = await all.DeliverAsync();
        var after = await Limit.MeasureAsync(ports, compared, bytes, wanted.Connections);
        Print(wanted, bytes, start, run, all.Facts(), (before, after), Fsync(folder));
        if (!wanted.IsServed)
            return;
        var served = await Newsroom.OpenAsync(Path.Combine(folder, "served"), wanted.Readers, settings);
        var service = await served.ServeAsync();
        Line("serve: peak memory (VmHWM)", $"{service.PeakMemory / 1e6:0} MB");
        Line("serve: queued to first accepted", $"{served.Facts(isFromQueued: true).ToFirst.TotalSeconds:0.00} s");
    }

    private static Dictionary<string, string> Settings(Wanted wanted, string folder, int[] ports)
    {
        var settings = new Dictionary<string, string>();
        for (var relay = 0; relay < wanted.Relays; relay++)
        {
            var name = wanted.Relays == 1 ? "Relay" : $"Relays__{Text(relay)}";
            settings[$"{name}__Host"] = "127.0.0.1";
            settings[$"{name}__Port"] = Text(ports[relay % ports.Length]);
            settings[$"{name}__Connections"] = Text(wanted.Connections / wanted.Relays);
        }
        if (wanted.IsSigned)
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
        Wanted wanted,
        int bytes,
        Measured start,
        Measured run,
        LedgerFacts facts,
        (double Before, double After) limit,
        TimeSpan fsync
    )
    {
        // The freezing of a large audience is a time of its own, and no part of the rate.
        var rate = facts.Sent / (run.Wall - start.Wall - facts.ToFirst).TotalSeconds;
        var cpu = (run.Cpu - start.Cpu).TotalSeconds / wanted.Readers * 1000;
        Line("messages", $"{facts.Sent:N0} of {wanted.Readers:N0}, {bytes:N0} bytes each");
        Line("how", $"{wanted}");
        Line("start-up (one reader)", $"{start.Wall.TotalSeconds:0.00} s, {start.Cpu.TotalSeconds:0.00} CPU-s");
        Line("delivery, start-up taken off", $"{rate:N0} messages/s");
        Line("smtp-source before, after", $"{limit.Before:N0}, {limit.After:N0} messages/s");
        Line("share of smtp-source", $"{rate / limit.Before:0.00}, {rate / limit.After:0.00}");
        Line("CPU-seconds per 1,000", $"{cpu:0.000}");
        Line("deliver: peak memory (VmHWM)", $"{run.PeakMemory / 1e6:0} MB");
        Line("freezing begun to first accepted", $"{facts.ToFirst.TotalSeconds:0.00} s");
        Line("commits with outcomes", $"{facts.CommitsASecond:N0} a second");
        Line("one fsync of 4 KB", $"{fsync.TotalMilliseconds:0.000} ms");
    }

    private static void Line(string name, FormattableString value) =>
        Console.WriteLine($"| {name, -32} | {value.ToString(CultureInfo.InvariantCulture), -60} |");

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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
