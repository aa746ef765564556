using System.Globalization;

namespace Newsletter.Tests.Testing;

/// <summary>The built program with an issue that is approved for so many readers, in a folder of its own.</summary>
internal sealed class SmallNewsroom : IDisposable
{
    private SmallNewsroom(string folder, BuiltProgram program) => (Folder, Program) = (folder, program);

    public string Folder { get; }

    public BuiltProgram Program { get; }

    public static async Task<SmallNewsroom> OpenAsync(
        int readers,
        int port,
        IReadOnlyDictionary<string, string>? more = null,
        string? folder = null
    )
    {
        folder ??= Directory.CreateTempSubdirectory("newsletter-small-").FullName;
        var settings = new Dictionary<string, string>(more ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            ["Relay__Host"] = "127.0.0.1",
            ["Relay__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Delivery__Retries"] = "1s,…",
        };
        var room = new SmallNewsroom(folder, new BuiltProgram(folder, settings));
        await room.MakeAsync(readers);
        return room;
    }

    public void Dispose()
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Folder))
        {
            if (Directory.Exists(entry))
                Directory.Delete(entry, recursive: true);
            else
                File.Delete(entry);
        }
    }

    private async Task MakeAsync(int readers)
    {
        var cancel = TestContext.Current.CancellationToken;
        var list = Path.Combine(Folder, "readers.csv");
        var rows = Enumerable
            .Range(1, readers)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"reader{i}@example.net,Zoé {i}"));
        await File.WriteAllLinesAsync(list, ["email,name", .. rows], cancel);
        var column = Path.Combine(Folder, "column.md");
        await File.WriteAllTextAsync(column, "# A lamp\n\nThe lamp was lit at five, été comme hiver.\n", cancel);
        await Program.DoneAsync("publication", "add", "lamps", "--title", "Lamps", "--from", "Lamps <l@example.org>");
        await Program.DoneAsync("column", "add", column, "--publication", "lamps");
        await Program.DoneAsync("subscriber", "import", list, "--publication", "lamps", "--consent", "A fair");
        await Program.DoneAsync("issue", "compose", "--publication", "lamps");
        await Program.DoneAsync("issue", "approve", "1");
    }
}
