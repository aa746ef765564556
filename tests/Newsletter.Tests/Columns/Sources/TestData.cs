using System.Runtime.CompilerServices;

namespace Newsletter.Tests.Columns.Sources;

/// <summary>The folder of real inputs, which is not part of the project.</summary>
internal static class TestData
{
    public static string File(params string[] path)
    {
        var file = Path.Combine([Folder(), .. path]);
        Assert.SkipUnless(System.IO.File.Exists(file), $"NEWSLETTER_TEST_DATA does not lead to {Path.Combine(path)}.");
        return file;
    }

    private static string Folder() =>
        Environment.GetEnvironmentVariable("NEWSLETTER_TEST_DATA") ?? Path.Combine(Root(), "..", "shared", "data");

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Newsletter.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? here;
    }
}
