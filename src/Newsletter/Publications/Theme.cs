using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsletter.Publications;

/// <summary>The few values in which the mails of publications differ. Colours are <c>#rrggbb</c>.</summary>
internal sealed partial record Theme(string Accent, string Background, string Paper, string Ink, string QuietInk)
{
    /// <summary>What <see cref="With"/> takes, besides <c>default</c>.</summary>
    public const string Names =
        "accent, background, paper, ink, quiet-ink, heading-font, text-font, small-font, width and logo";

    // On a wide screen, on both sides together.
    private const int Padding = 48;

    public static Theme Default { get; } = new("#1a5276", "#f2f2ee", "#ffffff", "#222222", "#595959");

    public string HeadingFont { get; init; } = "Georgia,serif";

    public string TextFont { get; init; } = "Georgia,serif";

    /// <summary>Of what stands around the text: bylines, captions, buttons, the footer.</summary>
    public string SmallFont { get; init; } = "Helvetica,Arial,sans-serif";

    /// <summary>Of the one column on a wide screen, in pixels: 480 to 640.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Stands for the title; null where the title is written.</summary>
    public Logo? Logo { get; init; }

    /// <summary>The width of what stands in the column, in pixels.</summary>
    [JsonIgnore]
    public int Room => Width - Padding;

    /// <summary>
    /// One value changed. Whether all of them can be read together is for <see cref="Readable"/> to say once all are
    /// set: a dark paper without its dark background cannot.
    /// </summary>
    /// <param name="setting"><c>name=value</c>, or <c>default</c> for what the program brings.</param>
    /// <param name="logos">The logos that settings may name, by how they are written; see <see cref="LogosIn"/>.</param>
    /// <exception cref="Refusal">There is no such name, or its value is not possible.</exception>
    public Theme With(string setting, IReadOnlyDictionary<string, Logo>? logos = null)
    {
        if (setting.Trim() == "default")
            return Default;
        var parts = setting.Split('=', 2, StringSplitOptions.TrimEntries);
        var value = parts[^1];
        return parts[0] switch
        {
            _ when parts.Length < 2 => throw new Refusal(
                $"\"{setting}\" sets nothing; write NAME=VALUE, with {Names} for a name (--theme)."
            ),
            "accent" => this with { Accent = Colour.Parse(value, "accent").ToString() },
            "background" => this with { Background = Colour.Parse(value, "background").ToString() },
            "paper" => this with { Paper = Colour.Parse(value, "paper").ToString() },
            "ink" => this with { Ink = Colour.Parse(value, "ink").ToString() },
            "quiet-ink" => this with { QuietInk = Colour.Parse(value, "quiet ink").ToString() },
            "heading-font" => this with { HeadingFont = FontStack.Parse(value) },
            "text-font" => this with { TextFont = FontStack.Parse(value) },
            "small-font" => this with { SmallFont = FontStack.Parse(value) },
            "width" => this with { Width = WidthOf(value) },
            "logo" => this with { Logo = value.Length == 0 ? null : Fetched(value, logos) },
            _ => throw new Refusal($"A theme has no \"{parts[0]}\"; it has {Names} (--theme)."),
        };
    }

    /// <summary>The logos that settings name, as they are written there: each is to be fetched before it is set.</summary>
    public static IEnumerable<string> LogosIn(IEnumerable<string> settings) =>
        settings
            .Select(setting => setting.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts is ["logo", { Length: > 0 }])
            .Select(parts => parts[1]);

    /// <summary>The theme with each colour of letters moved as far as it takes to be read on paper and on background.</summary>
    /// <exception cref="Refusal">Nothing can be read on both.</exception>
    public Theme Readable() =>
        this with
        {
            Accent = OnBoth(Accent, "accent").ToString(),
            Ink = OnBoth(Ink, "ink").ToString(),
            QuietInk = OnBoth(QuietInk, "quiet ink").ToString(),
        };

    /// <summary>What is not shown as it was asked for: a sentence each.</summary>
    public IEnumerable<string> Notices()
    {
        var shown = Readable();
        foreach (
            var (name, asked, given) in new[]
            {
                ("accent", Accent, shown.Accent),
                ("ink", Ink, shown.Ink),
                ("quiet-ink", QuietInk, shown.QuietInk),
            }
        )
        {
            if (!string.Equals(asked, given, StringComparison.OrdinalIgnoreCase))
                yield return $"The {name} {asked} cannot be read on paper {Paper} and background {Background} (4.5:1); {given} is shown in its place.";
        }
        if (Logo is { } logo && logo.Width > Room)
            yield return $"The logo is shown {Room} pixels wide and not {logo.Width}: a column of {Width} has room for no more.";
    }

    public string ToJson() => JsonSerializer.Serialize(this, ThemeJson.Default.Theme);

    public static Theme Parse(string? json) =>
        json is null ? Default : JsonSerializer.Deserialize(json, ThemeJson.Default.Theme) ?? Default;

    private Colour OnBoth(string colour, string name)
    {
        var (paper, background) = (Colour.Parse(Paper, "paper"), Colour.Parse(Background, "background"));
        var readable = Colour.Parse(colour, name).ReadableOn(paper).ReadableOn(background);
        return readable.ContrastWith(paper) >= 4.5 && readable.ContrastWith(background) >= 4.5
            ? readable
            : throw new Refusal(
                $"No {name} can be read both on paper {Paper} and on background {Background}; choose two that are alike, light or dark (--theme)."
            );
    }

    private static Logo Fetched(string written, IReadOnlyDictionary<string, Logo>? logos) =>
        logos is not null && logos.TryGetValue(written, out var logo)
            ? logo
            : throw new InvalidOperationException($"The logo \"{written}\" is set before it was fetched.");

    private static int WidthOf(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
        && width is >= 480 and <= 640
            ? width
            : throw new Refusal($"\"{value}\" is no width; it is a number of pixels from 480 to 640 (--theme).");

    [JsonSerializable(typeof(Theme))]
    private sealed partial class ThemeJson : JsonSerializerContext;
}
