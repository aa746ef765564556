using CsCheck;
using Newsletter.Publications;

namespace Newsletter.Tests.Publications;

public sealed class ThemeTests
{
    [Theory]
    [InlineData("accent", "NAME=VALUE")]
    [InlineData("accnt=#000000", "no \"accnt\"")]
    [InlineData("accent=red", "six digits")]
    [InlineData("width=900", "480 to 640")]
    [InlineData("text-font=Georgia", "serif, sans-serif, monospace")]
    [InlineData("text-font=Georgia;color:red, serif", "list of fonts")]
    public void A_value_that_is_not_possible_is_refused(string setting, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<Refusal>(() => Theme.Default.With(setting)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_dark_paper_on_a_light_background_is_refused_by_the_publication() =>
        Assert.Contains(
            "alike, light or dark",
            Assert.Throws<Refusal>(() => Theme.Default.With("paper=#000000").Readable()).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("paper=#101418", "background=#000000")]
    [InlineData("background=#000000", "paper=#101418")]
    public void A_dark_theme_can_be_set_in_any_order(string first, string second) =>
        Assert.Equal("#101418", Theme.Default.With(first).With(second).With("ink=#eeeeee").Readable().Paper);

    [Theory]
    [InlineData("ftp://example.org/a.png 200x80", "https")]
    [InlineData("data:image/png;base64,AAAA", "https")]
    [InlineData("https://", "https")]
    [InlineData("https://example.org/a.png 2000x80", "16 to 592")]
    [InlineData("a.png 200x8", "16 to 400")]
    public void A_logo_that_is_not_possible_is_refused(string written, string why) =>
        Assert.Contains(why, Assert.Throws<Refusal>(() => LogoWish.Parse(written)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.org/a b.png", "https://example.org/a b.png", null, null)]
    [InlineData("our logo.png 240 x 80", "our logo.png", 240, 80)]
    [InlineData("logo-240x80", "logo-240x80", null, null)]
    [InlineData("https://example.org/logo.svg 240×80", "https://example.org/logo.svg", 240, 80)]
    public void A_logo_is_an_address_or_a_file_with_a_size_or_without(
        string written,
        string source,
        int? width,
        int? height
    ) => Assert.Equal(new LogoWish(source, width, height), LogoWish.Parse(written));

    [Fact]
    public void What_is_set_is_kept()
    {
        var theme = Theme
            .Default.With("accent=#7A1F3D")
            .With("text-font=\"Segoe UI\", Arial, sans-serif")
            .With("width=560")
            .With("logo=https://example.org/logo.png 240x80", Logos(240));
        Assert.Equal("#7a1f3d", theme.Accent);
        Assert.Equal("'Segoe UI',Arial,sans-serif", theme.TextFont);
        Assert.Equal((560, Logos(240).Values.Single()), (theme.Width, theme.Logo));
        Assert.Equal(theme, Theme.Parse(theme.ToJson()));
        Assert.Equal(Theme.Default, theme.With("default"));
        Assert.Empty(theme.Notices());
    }

    [Fact]
    public void A_logo_is_no_wider_than_its_column_and_that_is_said()
    {
        var wide = Theme.Default.With("logo=https://example.org/logo.png 240x80", Logos(592)).With("width=480");
        Assert.Contains("432 pixels wide and not 592", Assert.Single(wide.Notices()), StringComparison.Ordinal);
        Assert.Equal((432, 58), (wide.Logo!.Within(wide.Room).Width, wide.Logo.Within(wide.Room).Height));
    }

    [Fact]
    public void A_colour_that_cannot_be_read_is_moved_and_said()
    {
        var theme = Theme.Default.With("accent=#ffff00");
        Assert.Contains("accent #ffff00 cannot be read", Assert.Single(theme.Notices()), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_chosen_its_letters_can_be_read_on_both_grounds_or_it_is_refused() =>
        Gen.Select(Hex, Hex, Hex, Hex)
            .Sample(
                (accent, background, paper, ink) =>
                {
                    Theme shown;
                    try
                    {
                        shown = new Theme(accent, background, paper, ink, ink).Readable();
                    }
                    catch (Refusal)
                    {
                        return;
                    }

                    foreach (var colour in (string[])[shown.Accent, shown.Ink, shown.QuietInk])
                    foreach (var ground in (string[])[paper, background])
                        Assert.True(Colour.Parse(colour, "").ContrastWith(Colour.Parse(ground, "")) >= 4.5);
                },
                iter: 2000
            );

    private static Gen<string> Hex => Gen.Int[0, 0xffffff].Select(value => $"#{value:x6}");

    private static Dictionary<string, Logo> Logos(int width) =>
        new()
        {
            ["https://example.org/logo.png 240x80"] = new("https://example.org/logo.png", width, 80)
            {
                Picture = new string('a', 64) + ".png",
            },
        };
}
