using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>The built program on a folder of its own, with one long column approved for its readers.</summary>
internal sealed class Newsroom(string folder, IReadOnlyDictionary<string, string> settings)
{
    // From its own folder: the build compiles there beforehand what a copy beside the benchmark would leave to the run.
    private static readonly string s_program = Path.Combine(
        AppContext.BaseDirectory.Replace("tests/Newsletter.Benchmarks", "src/Newsletter", StringComparison.Ordinal),
        "newsletter.dll"
    );

    public static async Task<Newsroom> OpenAsync(
        string folder,
        int readers,
        IReadOnlyDictionary<string, string> settings
    )
    {
        Directory.CreateDirectory(folder);
        var room = new Newsroom(folder, settings);
        await File.WriteAllTextAsync(Path.Combine(folder, "column.md"), LongIssue.Markdown);
        await WriteReadersAsync(Path.Combine(folder, "readers.csv"), readers);
        WriteTemplates(Path.Combine(folder, "templates"));
        await room.RunAsync(
            "publication",
            "add",
            "marees",
            "--title",
            "La Lettre des marées",
            "--from",
            "Marées <lettre@example.org>",
            "--language",
            "fr",
            "--postal-address",
            "12, quai des Brumes"
        );
        await room.RunAsync("column", "add", "column.md", "--publication", "marees");
        await room.RunAsync(
            "subscriber",
            "import",
            "readers.csv",
            "--publication",
            "marees",
            "--consent",
            "asked by letter"
        );
        await room.RunAsync("issue", "compose", "--publication", "marees");
        await room.RunAsync("issue", "approve", "1");
        return room;
    }

    /// <summary>In bytes, as one reader gets it.</summary>
    public async Task<int> MessageSizeAsync()
    {
        await RunAsync("issue", "preview", "1", "--eml", "message.eml");
        return (int)new FileInfo(Path.Combine(folder, "message.eml")).Length;
    }

    public async Task<Measured> DeliverAsync()
    {
        await RunAsync("issue", "queue", "1");
        return await RunAsync("deliver", "--until-idle");
    }

    /// <summary>By the service, which runs when the issue is queued.</summary>
    public Task<Measured> ServeAsync() =>
        Measured.RunAsync(Start("serve", "--urls", "http://127.0.0.1:0"), QueueAndStopAsync);

    public string Data => Path.Combine(folder, "data");

    public LedgerFacts Facts(bool isFromQueued = false) => LedgerFacts.Of(Data, isFromQueued);

    public Task<Measured> RunAsync(params string[] words) => Measured.RunAsync(Start(words));

    /// <summary>Serves and sends its issue until <paramref name="meanwhile"/> is done.</summary>
    public Task<Measured> ServeAsync(string url, Func<Task> meanwhile) =>
        Measured.RunAsync(
            Start("serve", "--urls", url),
            async process =>
            {
                await Task.Delay(TimeSpan.FromSeconds(5));
                await RunAsync("issue", "queue", "1");
                await meanwhile();
                await StopAsync(process);
            }
        );

    public async Task UntilSentAsync(int messages)
    {
        while (Sent() < messages)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
    }

    public long Sent() => LedgerFacts.SentSoFar(Data);

    private async Task QueueAndStopAsync(int process)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        await RunAsync("issue", "queue", "1");
        while (!LedgerFacts.IsOver(Data))
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        await StopAsync(process);
    }

    private static async Task StopAsync(int process)
    {
        using var stop = Process.Start("kill", ["-TERM", process.ToString(CultureInfo.InvariantCulture)]);
        await stop.WaitForExitAsync();
    }

    private ProcessStartInfo Start(params string[] words)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [s_program, .. words, "--data", Data, "--templates", Path.Combine(folder, "templates")]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private static async Task WriteReadersAsync(string path, int readers)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("email,name");
        for (var number = 1; number <= readers; number++)
            await file.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"reader{number}@example.net,Zoé Lefèvre {number}")
            );
    }

    // Twelve places more than a mail has anyway: name, address and link, each four times.
    private static void WriteTemplates(string path)
    {
        foreach (var file in Directory.EnumerateFiles(LongIssue.Templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(path, Path.GetRelativePath(LongIssue.Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        var issue = Path.Combine(path, "default", "issue.html");
        var places = new StringBuilder();
        for (var time = 0; time < 4; time++)
            places.Append(
                "<p style=\"margin:0;font-family:{{ fonts.text }};font-size:16px;line-height:1.5\">{{ reader.name | object.default 'Bonjour' }}, {{ reader.address }}, <a href=\"{{ unsubscribe_url }}\" style=\"color:{{ colors.accent }}\">quitter la lettre</a></p>\n"
            );
        File.WriteAllText(
            issue,
            File.ReadAllText(issue)
                .Replace("{{ include \"footer\" }}", $"{places}{{{{ include \"footer\" }}}}", StringComparison.Ordinal)
        );
    }
}
