using System.Globalization;

namespace Newsletter.Web.Desk;

/// <summary>Times as the desk shows them: local to a publication, with the offset of that hour, so that nobody guesses.</summary>
internal static class DeskTime
{
    /// <summary>"24 nov. 2026 08:00 (UTC+01:00)"</summary>
    public static string Shown(DateTimeOffset at, string zone, CultureInfo culture)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{local.ToString("d MMM yyyy HH:mm", culture)} (UTC{local.ToString("zzz", CultureInfo.InvariantCulture)})";
    }
}
