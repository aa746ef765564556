namespace Newsletter.Tests.Testing;

/// <summary>Files that nobody on this project wrote; see <c>NEWSLETTER_TEST_DATA</c>.</summary>
internal static class TestData
{
    private static string Folder =>
        Environment.GetEnvironmentVariable("NEWSLETTER_TEST_DATA")
        ?? Path.Combine(Repository.Root, "..", "shared", "data");

    /// <summary>The path of one file. Without the folder the test is skipped, but fails where <c>CI=true</c>.</summary>
    public static string PathOf(string file)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, file));
        Assert.SkipUnless(
            File.Exists(path) || Environment.GetEnvironmentVariable("CI") == "true",
            $"There is no {path}; set NEWSLETTER_TEST_DATA to the folder of test data."
        );
        return path;
    }

    /// <summary>All files of a folder and those below it, in order.</summary>
    public static IReadOnlyList<string> FilesOf(string folder)
    {
        _ = PathOf("MANIFEST.tsv");
        return
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];
    }
}
