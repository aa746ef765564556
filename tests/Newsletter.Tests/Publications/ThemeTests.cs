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
    [InlineData("logo=http://example.org/a.png 200x80", "https")]
    [InlineData("logo=https://example.org/a.svg 200x80", "PNG or JPEG")]
    [InlineData("logo=https://example.org/a.png", "240x80")]
    [InlineData("logo=https://example.org/a.png 2000x80", "16 to 592")]
    [InlineData("paper=#000000", "alike, light or dark")]
    public void A_value_that_is_not_possible_is_refused(string setting, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<Refusal>(() => Theme.Default.With(setting)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_set_is_kept()
    {
        var theme = Theme
            .Default.With("accent=#7A1F3D")
            .With("text-font=\"Segoe UI\", Arial, sans-serif")
            .With("width=560")
            .With("logo=https://example.org/logo.png 240x80");
        Assert.Equal("#7a1f3d", theme.Accent);
        Assert.Equal("'Segoe UI',Arial,sans-serif", theme.TextFont);
        Assert.Equal((560, new Logo("https://example.org/logo.png", 240, 80)), (theme.Width, theme.Logo));
        Assert.Equal(theme, Theme.Parse(theme.ToJson()));
        Assert.Equal(Theme.Default, theme.With("default"));
        Assert.Empty(theme.Notices());
    }

    [Fact]
    public void A_logo_is_no_wider_than_its_column()
    {
        var wide = Theme.Default.With("logo=https://example.org/logo.png 592x80");
        Assert.Contains("592", Assert.Throws<Refusal>(() => wide.With("width=480")).Message, StringComparison.Ordinal);
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
}
