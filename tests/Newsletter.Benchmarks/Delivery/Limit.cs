using System.Diagnostics;
using System.Globalization;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>
/// The limit to measure against: Debian's <c>smtp-source</c>, one a sink, that sends one constant message of the same
/// size over as many sessions and records nothing.
/// </summary>
internal static class Limit
{
    /// <returns>Messages a second, all sinks together.</returns>
    public static async Task<double> MeasureAsync(IReadOnlyList<int> ports, int messages, int bytes, int sessions)
    {
        var watch = Stopwatch.StartNew();
        var sources = ports
            .Select(port =>
                Process.Start(
                    "/usr/sbin/smtp-source",
                    [
                        "-s",
                        Number(sessions / ports.Count),
                        "-m",
                        Number(messages / ports.Count),
                        "-l",
                        Number(bytes),
                        "-f",
                        "letter@example.org",
                        "-t",
                        "reader@example.net",
                        $"127.0.0.1:{Number(port)}",
                    ]
                )
            )
            .ToList();
        foreach (var source in sources)
        {
            await source.WaitForExitAsync();
            source.Dispose();
        }
        return messages / watch.Elapsed.TotalSeconds;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
