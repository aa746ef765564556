using Newsletter.Publications;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>Colours as they are where nobody asked for ours.</summary>
internal static class DarkRules
{
    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H99",
                "Layout 9",
                "contrast is 4.5:1 in the dark",
                mail => Painted.Dark(mail).Unreadable(mail),
                html => html.Replace("\n.paper{background-color:", "\n.paper{x:")
            ),
            new(
                "H100",
                "Layout 9",
                "contrast is 4.5:1 in Outlook's dark",
                mail => Painted.ByOutlook(mail).Unreadable(mail),
                html => html.Replace("[data-ogsb] .paper{background-color:", "[data-ogsb] .paper{x:")
            ),
            new(
                "H101",
                "Layout 5",
                "both darks say the same",
                mail =>
                    Painted
                        .Dark(mail)
                        .Says.Except(Painted.ByOutlook(mail).Says)
                        .Concat(Painted.ByOutlook(mail).Says.Except(Painted.Dark(mail).Says)),
                html => html.Replace("[data-ogsb] .wash", "[data-ogsb] .paper")
            ),
            new(
                "H102",
                "Layout 5",
                "contrast stays 3:1 when dark and light change places and hues stay",
                mail => mail.VisibleTexts.Where(t => ContentRules.Contrast(t, Turned) < 3).Select(Mail.Start),
                html => html.Replace("color:#222222", "color:#dddddd")
            ),
        ];

    /// <summary>The lightness of HSL turned over: what mail programs do that paint a light mail dark.</summary>
    private static Colour Turned(Colour colour)
    {
        var most = Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue));
        var least = Math.Min(colour.Red, Math.Min(colour.Green, colour.Blue));
        // Turning the lightness over moves all three by the same amount: 1 - L = L + (1 - 2L).
        var moved = 255 - most - least;
        return new((byte)(colour.Red + moved), (byte)(colour.Green + moved), (byte)(colour.Blue + moved));
    }
}
