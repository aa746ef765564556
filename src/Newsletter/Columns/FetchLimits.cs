namespace Newsletter.Columns;

/// <summary>How much of the web one fetch may take.</summary>
/// <param name="Bytes">After decompression.</param>
/// <param name="Unpacks">Whether a packed answer is asked for, and unpacked.</param>
/// <param name="Time">From the first request to the last byte, redirects included.</param>
internal sealed record FetchLimits(int Bytes, TimeSpan Time, int Redirects, bool Unpacks = false)
{
    /// <summary>One picture.</summary>
    public static FetchLimits Usual { get; } = new(20 * 1024 * 1024, TimeSpan.FromSeconds(20), Redirects: 5);

    /// <summary>One feed, one page, one answer of a site's interface.</summary>
    public static FetchLimits Source { get; } =
        new(32 * 1024 * 1024, TimeSpan.FromSeconds(30), Redirects: 5, Unpacks: true);
}
