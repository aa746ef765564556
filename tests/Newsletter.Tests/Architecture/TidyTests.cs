using System.Text.RegularExpressions;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Architecture;

public sealed partial class TidyTests
{
    private const int MostLines = 250;

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
    public void The_top_level_holds_what_the_owner_fixed_and_nothing_else()
    {
        string[] allowed =
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
        var found = Directory
            .EnumerateFileSystemEntries(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name =>
                !name.StartsWith('.') && name is not ("data" or "appsettings.json") && !DirectoryProps().IsMatch(name)
            );
        Assert.Empty(found.Except(allowed));
    }

    private static IEnumerable<string> TooLong(IEnumerable<string> files) =>
        files
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Count() > MostLines);

    [GeneratedRegex(@"^Directory\..*\.props$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DirectoryProps();
}
