using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>Reads until when something is kept back.</summary>
internal static class EmbargoTime
{
    private const string Off = "off";

    /// <summary>In the zone; null for <c>off</c>.</summary>
    /// <exception cref="Refusal">It is neither a time nor <c>off</c>.</exception>
    public static DateTimeOffset? Read(string text, string zone) =>
        text.Trim().Equals(Off, StringComparison.OrdinalIgnoreCase)
            ? null
            : TimeZoneInfo.ConvertTime(LocalTime.Parse(text, zone), TimeZoneInfo.FindSystemTimeZoneById(zone));
}
