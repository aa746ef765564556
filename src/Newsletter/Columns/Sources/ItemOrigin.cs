namespace Newsletter.Columns.Sources;

/// <summary>What makes an item the same column again: where it comes from, and its key there.</summary>
internal static class ItemOrigin
{
    public const string Scheme = "item:";

    /// <param name="source">A file's full path, a blog's address, a source's id.</param>
    public static string Of(string source, string key) => $"{Scheme}{source}#{key}";
}
