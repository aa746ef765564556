using System.Globalization;
using System.Runtime.InteropServices;

namespace Newsletter.Publications;

/// <summary>A colour as mail clients understand it, and the contrast of two (WCAG 2.2, relative luminance).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour White { get; } = new(255, 255, 255);

    /// <param name="text"><c>#rrggbb</c></param>
    /// <param name="what">Names the colour in the refusal.</param>
    public static Colour Parse(string text, string what) =>
        text is ['#', _, _, _, _, _, _]
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : throw new Refusal($"The theme's {what} \"{text}\" is no colour; give six digits, such as #1a5276.");

    public double ContrastWith(Colour other)
    {
        var (mine, others) = (Luminance, other.Luminance);
        return (Math.Max(mine, others) + 0.05) / (Math.Min(mine, others) + 0.05);
    }

    /// <summary>This colour moved towards black or white until it can be read on <paramref name="ground"/>.</summary>
    public Colour ReadableOn(Colour ground, double contrast = 4.6)
    {
        var goal = ground.Luminance > 0.18 ? new Colour(0, 0, 0) : White;
        for (var step = 0; step <= 20; step++)
        {
            var moved = Mix(goal, step / 20.0);
            if (moved.ContrastWith(ground) >= contrast)
                return moved;
        }
        return goal;
    }

    /// <summary>The same hue as light as it can be.</summary>
    public Colour Brightened()
    {
        var most = Math.Max(Red, Math.Max(Green, Blue));
        return most == 0 ? White : new Colour(Scaled(Red, most), Scaled(Green, most), Scaled(Blue, most));
    }

    public Colour Mix(Colour other, double share) =>
        new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Scaled(byte channel, byte most) => (byte)(channel * 255 / most);

    private static byte Between(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));
}
