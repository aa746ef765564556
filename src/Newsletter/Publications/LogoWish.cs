using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsletter.Publications;

/// <summary>A logo as a person asks for it.</summary>
/// <param name="Source">An address of the web, or a file.</param>
/// <param name="Width">The box that it is shown in, in pixels; null for a size of the program's choice.</param>
/// <param name="Height">As <paramref name="Width"/>.</param>
internal sealed partial record LogoWish(string Source, int? Width, int? Height)
{
    public const int Widest = 592;
    public const int Highest = 400;
    private const int Smallest = 16;

    /// <summary>The address; null where <see cref="Source"/> is a file.</summary>
    public Uri? Address =>
        Uri.TryCreate(Source, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : null;

    /// <param name="text"><c>https://example.org/logo.png</c> or <c>logo.png</c>, with <c>240x80</c> after it or without.</param>
    /// <exception cref="Refusal">It is written otherwise, or the size is not possible.</exception>
    public static LogoWish Parse(string text)
    {
        var form = Form().Match(text.Trim());
        var wish = new LogoWish(form.Groups["source"].Value, Number(form, "width"), Number(form, "height"));
        if (wish.Source.Length == 0 || (HasScheme().IsMatch(wish.Source) && wish.Address is null))
            throw new Refusal(
                $"\"{text}\" is no logo; give an https address or a file, and the size it is shown in if you want to choose it, such as \"logo=https://example.org/logo.png 240x80\" (--theme)."
            );
        return
            (wish.Width is null or (>= Smallest and <= Widest)) && (wish.Height is null or (>= Smallest and <= Highest))
            ? wish
            : throw new Refusal(
                $"A logo is shown {Smallest} to {Widest} pixels wide and {Smallest} to {Highest} high, not {wish.Width}x{wish.Height} (--theme)."
            );
    }

    private static int? Number(Match form, string group) =>
        form.Groups[group] is { Success: true, ValueSpan: var digits }
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(
        @"\A(?<source>.+?)(?:\s+(?<width>\d{1,4})\s*[x×]\s*(?<height>\d{1,4}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        500
    )]
    private static partial Regex Form();

    // One letter before the colon is a drive.
    [GeneratedRegex(@"\A[a-z][a-z0-9+.-]+:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex HasScheme();
}
