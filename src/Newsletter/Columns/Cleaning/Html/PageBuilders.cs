namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// Page builders put each piece of a column into a "widget" of theirs, be it its text: what they call so is no menu. What
/// the widget is stands in another word of its classes ("elementor-widget-share-buttons").
/// </summary>
internal static class PageBuilders
{
    // Elementor, SiteOrigin, Divi, WPBakery, Beaver Builder.
    private static readonly string[] Signs =
    [
        "elementor-",
        "so-panel",
        "siteorigin-",
        "so-widget",
        "et_pb_",
        "wpb_",
        "fl-module",
    ];

    public static bool Made(string names) =>
        Array.Exists(Signs, sign => names.Contains(sign, StringComparison.Ordinal));

    public static bool MeansNothing(string word) => word is "widget" or "widgets";
}
