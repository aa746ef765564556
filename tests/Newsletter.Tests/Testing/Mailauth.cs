using System.Text.Json;

namespace Newsletter.Tests.Testing;

/// <summary>npm's mailauth: verifies signatures with none of our code, and with none of dkimpy's.</summary>
internal static class Mailauth
{
    private static readonly string Support = Path.Combine(Repository.Root, "tests", "Newsletter.Support");

    /// <summary>Each file of a folder, and what became of each signature in it, such as <c>rsa-sha256 pass</c>.</summary>
    /// <param name="folder">Messages, one a file.</param>
    /// <param name="records">The TXT records, by their names.</param>
    public static async Task<IReadOnlyDictionary<string, string[]>> VerifyAsync(
        string folder,
        IReadOnlyDictionary<string, string> records
    )
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Support, "node_modules", "mailauth"))
                || Environment.GetEnvironmentVariable("CI") == "true",
            $"There is no mailauth in {Support}/node_modules; tests/run installs it, or \"npm ci\" in that folder."
        );
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(records));
        var output = await Shell.RunAsync("node", Path.Combine(Support, "verify.mjs"), folder, file);
        File.Delete(file);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(output)!;
    }
}
