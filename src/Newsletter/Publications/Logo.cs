using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsletter.Publications;

/// <summary>A picture that stands for the publication's title at the top.</summary>
/// <param name="Address">Absolute, https, and no format that mail clients do not show.</param>
/// <param name="Width">As shown, in pixels.</param>
/// <param name="Height">As shown, in pixels.</param>
internal sealed partial record Logo(string Address, int Width, int Height)
{
    private const int Widest = 592;

    /// <param name="text"><c>https://example.org/logo.png 240x80</c></param>
    /// <exception cref="Refusal">It is written otherwise, or no mail client would show it.</exception>
    public static Logo Parse(string text)
    {
        var form = Form().Match(text.Trim());
        if (
            !form.Success
            || !Uri.TryCreate(form.Groups["address"].Value, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps
        )
            throw new Refusal(
                $"\"{text}\" is no logo; give an https address and the size it is shown in, such as \"logo=https://example.org/logo.png 240x80\" (--theme)."
            );
        if (Unshown().IsMatch(address.AbsolutePath))
            throw new Refusal($"Mail clients do not show {address.AbsolutePath}; give a PNG or JPEG (--theme).");
        var (width, height) = (Number(form, "width"), Number(form, "height"));
        return width is >= 16 and <= Widest && height is >= 16 and <= 400
            ? new Logo(address.AbsoluteUri, width, height)
            : throw new Refusal(
                $"A logo is shown 16 to {Widest} pixels wide and 16 to 400 high, not {width}x{height} (--theme)."
            );
    }

    private static int Number(Match form, string group) =>
        int.Parse(form.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(?<address>\S+)\s+(?<width>\d{1,4})\s*[x×]\s*(?<height>\d{1,4})\z",
        RegexOptions.ExplicitCapture,
        500
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"\.(svgz?|webp|avif|heic|tiff?)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Unshown();
}
