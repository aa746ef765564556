using System.Globalization;

namespace Newsletter.Rendering;

/// <summary>A day as the publication's language says it, where the publication is.</summary>
internal static class LongDate
{
    public static string Of(DateTimeOffset instant, PublicationInput publication)
    {
        var local = TimeZoneInfo.ConvertTime(instant, ZoneOf(publication));
        var culture = CultureOf(publication.Language);
        return publication.Language switch
        {
            "fr" when local.Day == 1 => local.ToString("dddd '1er' MMMM yyyy", culture),
            "fr" => local.ToString("dddd d MMMM yyyy", culture),
            "en" => local.ToString("dddd d MMMM yyyy", culture),
            _ => local.ToString("D", culture),
        };
    }

    private static TimeZoneInfo ZoneOf(PublicationInput publication) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(publication.TimeZone, out var zone)
            ? zone
            : throw new Refusal(
                $"The publication \"{publication.Title}\" has the time zone \"{publication.TimeZone}\", which this machine does not know; give an IANA name such as Europe/Paris."
            );

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
