using System.Text.RegularExpressions;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Architecture;

public sealed partial class TidyTests
{
    private const int MostLines = 250;

    private static readonly string[] Fixed =
    [
        "src",
        "templates",
        "tests",
        "appsettings.example.json",
        "README.md",
        "Newsletter.sln",
        "LICENSE",
        "global.json",
    ];

    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        Assert.Empty(TooLong(Repository.Sources("src").Concat(Repository.Sources("tests"))));

    [Fact]
    public void A_source_file_that_is_too_long_is_found()
    {
        var path = Path.GetTempFileName();
        File.WriteAllLines(path, Enumerable.Repeat("//", MostLines + 1));
        Assert.Single(TooLong([path]));
        File.Delete(path);
    }

    [Fact]
    public void The_top_level_holds_what_the_owner_fixed_and_nothing_else() => Assert.Empty(Strangers(Repository.Root));

    [Fact]
    public void A_stranger_at_the_top_level_is_found()
    {
        var root = Directory.CreateTempSubdirectory("newsletter-root-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "src"));
        Directory.CreateDirectory(Path.Combine(root, "scripts"));
        File.WriteAllText(Path.Combine(root, ".editorconfig"), "");
        File.WriteAllText(Path.Combine(root, "Directory.Build.props"), "");
        File.WriteAllText(Path.Combine(root, "notes.txt"), "");
        Assert.Equal(["notes.txt", "scripts"], Strangers(root).Order(StringComparer.Ordinal));
        Directory.Delete(root, recursive: true);
    }

    private static IEnumerable<string> Strangers(string root) =>
        Directory
            .EnumerateFileSystemEntries(root)
            .Select(path => Path.GetFileName(path))
            .Where(name =>
                !name.StartsWith('.') && name is not ("data" or "appsettings.json") && !DirectoryProps().IsMatch(name)
            )
            .Except(Fixed);

    private static IEnumerable<string> TooLong(IEnumerable<string> files) =>
        files
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => !file.Contains("/Database/Models/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Count() > MostLines);

    [GeneratedRegex(@"^Directory\..*\.props$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DirectoryProps();
}
