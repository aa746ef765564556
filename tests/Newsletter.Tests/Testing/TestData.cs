using System.Runtime.CompilerServices;

namespace Newsletter.Tests.Testing;

/// <summary>Files that nobody on this project wrote; see <c>NEWSLETTER_TEST_DATA</c>.</summary>
internal static class TestData
{
    /// <summary>The path of one file. Without the folder the test is skipped, but fails where <c>CI=true</c>.</summary>
    public static string PathOf(string file, [CallerFilePath] string caller = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
        var folder =
            Environment.GetEnvironmentVariable("NEWSLETTER_TEST_DATA") ?? Path.Combine(root, "..", "shared", "data");
        var path = Path.Combine(folder, file);
        Assert.SkipUnless(
            File.Exists(path) || Environment.GetEnvironmentVariable("CI") == "true",
            $"There is no {path}; set NEWSLETTER_TEST_DATA to the folder of test data."
        );
        return path;
    }
}
