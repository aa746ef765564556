namespace Newsletter.Columns.Sources;

/// <summary>What makes a file the same column again: its full path.</summary>
internal static class FileOrigin
{
    public static string Of(string path) => "file:" + Path.GetFullPath(path);
}
