using Newsletter.Publications;

namespace Newsletter.Web.Readers;

/// <summary>What a publication's theme changes of the readers' pages: the colour of what acts, in light and in dark.</summary>
internal static class PageTheme
{
    private static readonly Colour s_ground = Colour.Parse("#f4f4f0", "ground");
    private static readonly Colour s_darkPaper = Colour.Parse("#1d2024", "dark paper");
    private static readonly Colour s_darkGround = Colour.Parse("#131517", "dark ground");
    private static readonly Colour s_darkInk = Colour.Parse("#10202c", "dark ink");

    /// <summary>Null where the theme leaves the pages as they are.</summary>
    public static string? CssOrNull(Theme theme)
    {
        if (theme.Accent == Theme.Default.Accent)
            return null;
        var accent = Colour.Parse(theme.Accent, "accent");
        var light = accent.ReadableOn(Colour.White).ReadableOn(s_ground);
        var dark = accent.ReadableOn(s_darkPaper, 7).ReadableOn(s_darkGround, 7);
        var onDark = s_darkInk.ReadableOn(dark);
        return $"@media(prefers-color-scheme:light){{:root{{--act:{light};--on-act:#ffffff}}}}@media(prefers-color-scheme:dark){{:root{{--act:{dark};--on-act:{onDark}}}}}";
    }
}
