namespace Newsletter.Columns.Pictures;

/// <summary>How much of the web one picture may take.</summary>
/// <param name="Time">From the first request to the last byte, redirects included.</param>
internal sealed record FetchLimits(int Bytes, TimeSpan Time, int Redirects)
{
    public static FetchLimits Usual { get; } = new(20 * 1024 * 1024, TimeSpan.FromSeconds(20), Redirects: 5);
}
