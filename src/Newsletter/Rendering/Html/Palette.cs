using Newsletter.Publications;
using Newsletter.Rendering.Templating;

namespace Newsletter.Rendering.Html;

/// <summary>
/// The theme's colours made safe to read, and their counterparts for the dark. A publication chooses its accent;
/// that 4.5:1 holds on every ground is the program's business.
/// </summary>
internal sealed record Palette(Colour Accent, Colour Background, Colour Paper, Colour Ink, Colour Quiet)
{
    private static readonly Colour s_darkBackground = new(0x16, 0x18, 0x1b);
    private static readonly Colour s_darkPaper = new(0x20, 0x23, 0x27);
    private static readonly Colour s_darkWash = new(0x2b, 0x2f, 0x34);
    private static readonly Colour s_darkInk = new(0xe9, 0xe6, 0xe0);
    private static readonly Colour s_darkQuiet = new(0xb8, 0xb4, 0xac);
    private static readonly Colour s_darkLine = new(0x4a, 0x4e, 0x54);

    /// <exception cref="Refusal">A colour is none, or nothing can be read on both grounds.</exception>
    public static Palette Of(Theme theme)
    {
        var readable = theme.Readable();
        return new Palette(
            Colour.Parse(readable.Accent, "accent"),
            Colour.Parse(readable.Background, "background"),
            Colour.Parse(readable.Paper, "paper"),
            Colour.Parse(readable.Ink, "ink"),
            Colour.Parse(readable.QuietInk, "quiet ink")
        );
    }

    public Model ToModel()
    {
        var onAccent = Colour.White.ContrastWith(Accent) >= 4.5 ? Colour.White : new Colour(0, 0, 0);
        return new Model(
            "colors",
            ("accent", Accent.ToString()),
            ("on_accent", onAccent.ToString()),
            ("background", Background.ToString()),
            ("paper", Paper.ToString()),
            ("wash", Wash.ToString()),
            ("ink", Ink.ToString()),
            ("quiet", Quiet.ToString()),
            ("line", Paper.Mix(Ink, 0.18).ToString()),
            ("dark_accent", Accent.Brightened().Mix(s_darkInk, 0.5).ReadableOn(s_darkWash, 5).ToString()),
            ("dark_background", s_darkBackground.ToString()),
            ("dark_paper", s_darkPaper.ToString()),
            ("dark_wash", s_darkWash.ToString()),
            ("dark_ink", s_darkInk.ToString()),
            ("dark_quiet", s_darkQuiet.ToString()),
            ("dark_line", s_darkLine.ToString())
        );
    }

    private Colour Wash => Paper.Mix(Background, 0.6);
}
