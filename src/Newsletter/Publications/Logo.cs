namespace Newsletter.Publications;

/// <summary>A picture that stands for the publication's title at the top.</summary>
/// <param name="Address">Where it came from: an address of the web, or <c>file:</c> and a path. To a template: where it is shown from.</param>
/// <param name="Width">As shown, in pixels.</param>
/// <param name="Height">As shown, in pixels.</param>
internal sealed record Logo(string Address, int Width, int Height)
{
    /// <summary>The name under which this site keeps it, which is the hash of what it holds; null where it never came here.</summary>
    public string? Picture { get; init; }

    /// <summary>In a column that has room for so many pixels.</summary>
    public Logo Within(int width) =>
        Width <= width
            ? this
            : this with
            {
                Width = width,
                Height = Math.Max(1, (int)Math.Round((double)Height * width / Width)),
            };
}
