namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The two letters of a language, of whatever a source says ("en-GB", "FR_fr").</summary>
internal static class FeedLanguage
{
    public static string? Of(string? written) =>
        written?.Trim().Split('-', '_')[0].ToLowerInvariant() is [>= 'a' and <= 'z', >= 'a' and <= 'z'] code
            ? code
            : null;
}
