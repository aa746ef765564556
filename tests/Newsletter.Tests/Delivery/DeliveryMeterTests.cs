using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class DeliveryMeterTests
{
    [Fact]
    public async Task Attempts_are_counted_by_outcome_class_and_domain_and_nobody_is_named()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        using var seen = new Seen($"127.0.0.1:{bench.Smtp.Port.ToString(CultureInfo.InvariantCulture)}");
        await bench.ReadersAsync(5);
        await bench.ReaderAsync("gone@dead.example");
        await bench.ReaderAsync("busy@slow.example");
        bench.Smtp.Answer("gone@dead.example", "550 5.1.1 no such user");
        bench.Smtp.Answer("busy@slow.example", "452 4.2.2 mailbox full");
        await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal(
            [
                "newsletter.messages deferred class=mailbox domain=slow.example",
                "newsletter.messages refused class=address domain=dead.example",
                .. Enumerable.Repeat("newsletter.messages sent", 5),
            ],
            seen.Lines.Where(line => line.StartsWith("newsletter.messages", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            7,
            seen.Lines.Count(line => line.StartsWith("newsletter.message.duration", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(seen.Lines, line => line.Contains('@', StringComparison.Ordinal));
    }

    /// <summary>What is measured of one relay; other tests measure theirs at the same time.</summary>
    private sealed class Seen : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly string relay;

        public Seen(string relay)
        {
            this.relay = relay;
            listener.InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Meter.Name == DeliveryMeter.Name)
                    all.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
            listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
            listener.Start();
        }

        public ConcurrentQueue<string> Lines { get; } = [];

        public void Dispose() => listener.Dispose();

        private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => $"{tag.Value}", StringComparer.Ordinal);
            if (all.GetValueOrDefault("relay") != relay)
                return;
            var rest = all.Where(tag => tag.Key is not ("relay" or "outcome"))
                .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => $" {tag.Key}={tag.Value}");
            Lines.Enqueue($"{instrument.Name} {all["outcome"]}{string.Concat(rest)}");
        }
    }
}
