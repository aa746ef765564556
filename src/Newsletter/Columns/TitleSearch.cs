using System.Globalization;

namespace Newsletter.Columns;

/// <summary>Finds titles as people type them: without case and accents.</summary>
internal static class TitleSearch
{
    /// <param name="title">Of a column.</param>
    /// <param name="sought">As typed; every title holds what is empty.</param>
    public static bool Holds(string title, string? sought) =>
        string.IsNullOrWhiteSpace(sought)
        || CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            title,
            sought.Trim(),
            CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
        ) >= 0;
}
