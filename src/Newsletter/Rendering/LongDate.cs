using System.Globalization;

namespace Newsletter.Rendering;

/// <summary>A day as a language says it.</summary>
internal static class LongDate
{
    public static string Of(DateOnly day, string language)
    {
        var culture = CultureOf(language);
        return language switch
        {
            "fr" when day.Day == 1 => day.ToString("dddd '1er' MMMM yyyy", culture),
            "fr" or "en" => day.ToString("dddd d MMMM yyyy", culture),
            _ => day.ToString("D", culture),
        };
    }

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
