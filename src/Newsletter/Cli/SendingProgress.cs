using System.Globalization;
using Newsletter.Delivery;

namespace Newsletter.Cli;

/// <summary>The progress of a delivery, as <see cref="LongWork"/> shows it: what became of messages, the rate, the time left.</summary>
/// <param name="done">Where it is shown.</param>
/// <param name="due">How many messages were due at the start; null where there is no end.</param>
/// <param name="clock">Measures the rate.</param>
internal sealed class SendingProgress(IProgress<WorkDone> done, long? due, TimeProvider clock)
    : IProgress<DeliveryProgress>
{
    private readonly long start = clock.GetTimestamp();

    public static string Words(DeliveryProgress progress) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Sent:N0} sent, {progress.Failed:N0} failed, {progress.Deferred:N0} deferred, {progress.Unknown:N0} unknown"
        );

    public void Report(DeliveryProgress value)
    {
        var settled = value.Sent + value.Failed + value.Deferred + value.Unknown;
        var rate = settled / Math.Max(0.001, clock.GetElapsedTime(start).TotalSeconds);
        var share = due is > 0 ? Math.Min(1, (double)settled / due.Value) : (double?)null;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{Words(value)}, {rate:N0} a second{Left(settled, rate)}"
        );
        done.Report(new WorkDone(share, detail));
    }

    private string Left(long settled, double rate) =>
        due is { } all && all > settled && rate > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", some {Durations.Clock(TimeSpan.FromSeconds(Math.Ceiling((all - settled) / rate)))} left"
            )
            : "";
}
