using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

/// <summary>A folder of one test, with an installation in <c>data</c> and a publication in it.</summary>
internal sealed class BadInputFolder : IAsyncDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newsletter-bad-").FullName;

    public string Data => In("data");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public static async Task<BadInputFolder> WithPublicationAsync()
    {
        var folder = new BadInputFolder();
        await folder.DoneAsync([
            "publication",
            "add",
            "lettre",
            "--title",
            "La Lettre",
            "--from",
            "lettre@example.org",
        ]);
        return folder;
    }

    /// <summary>With an issue that is queued for one reader.</summary>
    public static async Task<BadInputFolder> WithQueuedIssueAsync()
    {
        var folder = await WithPublicationAsync();
        await folder.DoneAsync([
            "column",
            "add",
            folder.File("a.md", "# A bridge\n\nIt opens."),
            "--publication",
            "lettre",
        ]);
        await folder.DoneAsync([
            "subscriber",
            "add",
            "ada@example.org",
            "--publication",
            "lettre",
            "--confirmed",
            "--consent",
            "paper",
        ]);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);
        await folder.DoneAsync(["issue", "approve", "1"]);
        await folder.DoneAsync(["issue", "queue", "1"]);
        return folder;
    }

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(In(name), text);
        return In(name);
    }

    public string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    public Task<Typed> TypeAsync(params string[] words) => Typed.RunAsync([.. words, "--data", Data]);

    public Task<Typed> DoneAsync(string[] words) => Typed.DoneAsync([.. words, "--data", Data]);

    /// <summary>The program as a process.</summary>
    public Task<Typed> RunAsync(string[] settings, params string[] words) => Launched.RunAsync(Path, settings, words);

    public ValueTask DisposeAsync()
    {
        SqlitePools.Clear(Path);
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
