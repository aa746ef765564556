using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsletter.Benchmarks.Subscriptions;

/// <summary>One run of Debian's <c>wrk</c>.</summary>
/// <param name="Errors">Answers other than 2xx, time-outs and broken connections.</param>
internal sealed partial record Wrk(double Rate, long Requests, long Errors)
{
    // As mail providers post it (RFC 8058 section 3.2); each request takes the next link of the file.
    private const string Script = """
        local paths, at = {}, 0
        function init(args)
          for line in io.lines(args[1]) do paths[#paths + 1] = line end
        end
        wrk.method = "POST"
        wrk.body = "List-Unsubscribe=One-Click"
        wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
        function request()
          at = at + 1
          return wrk.format(nil, paths[(at - 1) % #paths + 1])
        end
        """;

    public static async Task<Wrk> PostAsync(string url, string links, TimeSpan span)
    {
        var script = Path.ChangeExtension(links, ".lua");
        await File.WriteAllTextAsync(script, Script);
        var start = new ProcessStartInfo(
            "wrk",
            [
                "--threads",
                "1",
                "--connections",
                "128",
                "--duration",
                string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds}s"),
                "--script",
                script,
                url,
                "--",
                links,
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process =
            Process.Start(start) ?? throw new InvalidOperationException("wrk does not start; install Debian's wrk.");
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Wrk(
            double.Parse(Number(Rates().Match(said), said), CultureInfo.InvariantCulture),
            long.Parse(Number(Totals().Match(said), said), CultureInfo.InvariantCulture),
            Refusals().Matches(said).Sum(found => long.Parse(found.Groups["n"].Value, CultureInfo.InvariantCulture))
        );
    }

    private static string Number(Match found, string said) =>
        found.Success ? found.Groups["n"].Value : throw new InvalidOperationException($"wrk said: {said}");

    [GeneratedRegex(@"Requests/sec:\s+(?<n>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rates();

    [GeneratedRegex(@"(?<n>\d+) requests in", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Totals();

    [GeneratedRegex(
        @"(Non-2xx or 3xx responses:|connect|read|write|timeout) (?<n>\d+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Refusals();
}
