using Newsletter.Publications;

namespace Newsletter.Rendering;

/// <param name="Language">Lower-case ISO 639-1; decides typography and the words of the template.</param>
/// <param name="TimeZone">IANA name; an issue's day is the day there.</param>
/// <param name="PostalAddress">Lines separated by line feeds; null where none is set.</param>
internal sealed record PublicationInput(
    string Title,
    string SenderName,
    string Language,
    string TimeZone,
    string? PostalAddress,
    Theme Theme
)
{
    /// <summary>The day that an instant falls on where the publication is.</summary>
    /// <exception cref="Refusal">This machine does not know the zone.</exception>
    public DateOnly DayOf(DateTimeOffset instant) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime)
            : throw new Refusal(
                $"The publication \"{Title}\" has the time zone \"{TimeZone}\", which this machine does not know; give an IANA name such as Europe/Paris."
            );
}
