namespace Newsletter.Columns.Sources;

/// <summary>What makes a file the same column again: its full path.</summary>
internal static class FileOrigin
{
    private const string Scheme = "file:";

    public static string Of(string path) => Scheme + Path.GetFullPath(path);

    public static bool IsFile(string origin) => origin.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Whether a column came from a file that lies there no more; one that came from elsewhere is not gone.</summary>
    public static bool IsGone(string origin) => IsFile(origin) && !File.Exists(origin[Scheme.Length..]);
}
