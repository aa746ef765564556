using System.Diagnostics;
using System.Globalization;
using Newsletter.Benchmarks.Delivery;

namespace Newsletter.Benchmarks.Importing;

/// <summary>The built program on a folder of its own, with a publication that has no readers.</summary>
internal sealed class ImportRoom(string folder)
{
    private static readonly string s_program = Path.Combine(
        AppContext.BaseDirectory.Replace("tests/Newsletter.Benchmarks", "src/Newsletter", StringComparison.Ordinal),
        "newsletter.dll"
    );

    public string Data => Path.Combine(folder, "data");

    public static async Task<ImportRoom> OpenAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var room = new ImportRoom(folder);
        await room.RunAsync("publication", "add", "marees", "--title", "Marées", "--from", "lettre@example.org");
        return room;
    }

    /// <param name="readers">How many.</param>
    /// <param name="isRich">With a town and a tag each, as Mailchimp writes them; else an address and a name.</param>
    public async Task<Measured> ImportAsync(int readers, bool isRich)
    {
        var file = isRich ? "subscribed_members_export.csv" : "readers.csv";
        await WriteAsync(Path.Combine(folder, file), readers, isRich);
        return await RunAsync("subscriber", "import", file, "--publication", "marees", "--consent", "asked by letter");
    }

    private Task<Measured> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [s_program, .. words, "--data", Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        return Measured.RunAsync(start);
    }

    private static async Task WriteAsync(string path, int readers, bool isRich)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(
            isRich
                ? "Email Address,First Name,Last Name,City,OPTIN_TIME,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,TAGS"
                : "email,name"
        );
        for (var number = 1; number <= readers; number++)
        {
            var n = number.ToString(CultureInfo.InvariantCulture);
            await file.WriteLineAsync(
                isRich
                    ? $"reader{n}@example.net,Zoé,Lefèvre {n},Brest,2025-01-02 03:04:05,2025-01-02 03:05:05,203.0.113.{n[^1]},{n},e{n},\"\"\"port\"\"\""
                    : $"reader{n}@example.net,Zoé Lefèvre {n}"
            );
        }
    }
}
