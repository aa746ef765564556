using System.Globalization;

namespace Newsletter.Benchmarks.Importing;

/// <summary>
/// An import by the built program, as a process, beside bare prepared statements that write the same rows to the same
/// tables of another such database, before and after. The ratio counts; the figures are this machine's.
/// </summary>
internal static class ImportBenchmark
{
    private const int Usual = 200_000;

    /// <param name="words">How many readers; 200,000 where nothing is said.</param>
    public static async Task RunAsync(string[] words)
    {
        var readers = words is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : Usual;
        var folder = Directory.CreateTempSubdirectory("newsletter-import-").FullName;
        try
        {
            foreach (var isRich in new[] { false, true })
                await MeasureAsync(Path.Combine(folder, isRich ? "rich" : "plain"), readers, isRich);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, int readers, bool isRich)
    {
        var one = await ImportRoom.OpenAsync(Path.Combine(folder, "one"));
        var all = await ImportRoom.OpenAsync(Path.Combine(folder, "all"));
        var start = await one.ImportAsync(1, isRich);
        var before = BareInsert.Rate(
            (await ImportRoom.OpenAsync(Path.Combine(folder, "before"))).Data,
            readers,
            isRich
        );
        var run = await all.ImportAsync(readers, isRich);
        var after = BareInsert.Rate((await ImportRoom.OpenAsync(Path.Combine(folder, "after"))).Data, readers, isRich);
        var again = await all.ImportAsync(readers, isRich);
        var rate = readers / (run.Wall - start.Wall).TotalSeconds;
        Line(
            isRich ? "readers, five tables" : "readers, three tables",
            readers.ToString("N0", CultureInfo.InvariantCulture)
        );
        Line("import, rows a second", Text(rate));
        Line("the same once more", Text(readers / (again.Wall - start.Wall).TotalSeconds));
        Line("bare prepared inserts, before and after", $"{Text(before)}, {Text(after)}");
        Line("ratio", (rate / ((before + after) / 2)).ToString("0.00", CultureInfo.InvariantCulture));
        Line(
            "peak memory (VmHWM), one row and all",
            string.Create(CultureInfo.InvariantCulture, $"{start.PeakMemory / 1e6:0} MB, {run.PeakMemory / 1e6:0} MB")
        );
    }

    private static string Text(double rate) => rate.ToString("N0", CultureInfo.InvariantCulture);

    private static void Line(string what, string figure) => Console.WriteLine($"{what, -42}{figure}");
}
