using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>One command that ran to its end, by the operating system's own accounts.</summary>
/// <param name="Cpu">User and system time of the process and all its threads.</param>
/// <param name="PeakMemory">VmHWM, in bytes.</param>
internal sealed record Measured(TimeSpan Wall, TimeSpan Cpu, long PeakMemory)
{
    private const int Children = -1;

    /// <param name="start">The command.</param>
    /// <param name="meanwhile">What is done while it runs, given its number; null: it ends by itself.</param>
    public static async Task<Measured> RunAsync(ProcessStartInfo start, Func<int, Task>? meanwhile = null)
    {
        var before = CpuOfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        var work = meanwhile?.Invoke(process.Id);
        while (!process.WaitForExit(20))
            peak = Math.Max(peak, PeakOf(process.Id));
        await process.WaitForExitAsync();
        var wall = watch.Elapsed;
        await output;
        await (work ?? Task.CompletedTask);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: {await error}");
        return new Measured(wall, CpuOfChildren() - before, peak);
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                    * 1024;
        }
        catch (IOException)
        {
            // It has ended between two looks.
            return 0;
        }
    }

    // Of those that have ended and were waited for: the sinks run on and are not among them.
    private static TimeSpan CpuOfChildren()
    {
        var usage = new long[18];
        return ResourceUsage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException("The system gives no account of its processes.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ResourceUsage(int who, long[] usage);
}
