using System.Globalization;

namespace Newsletter;

/// <summary>Durations as settings write them: 90s, 5m, 2h, 4d.</summary>
internal static class Durations
{
    /// <summary>Ten years: what is meant to last longer was mistyped.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(3653);

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var value = text.Trim();
        var digits = value.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (
            !double.TryParse(
                value[..digits],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return false;
        double? seconds = value[digits..].Trim().ToLowerInvariant() switch
        {
            "ms" => number / 1000,
            "s" => number,
            "m" or "min" => number * 60,
            "h" => number * 3600,
            "d" => number * 86400,
            _ => null,
        };
        if (seconds is null || seconds > Longest.TotalSeconds)
            return false;
        duration = TimeSpan.FromSeconds(seconds.Value);
        return true;
    }

    /// <exception cref="FormatException">It is none; the check of the options says so in a sentence before.</exception>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration) ? duration : throw new FormatException($"\"{text}\" is no duration.");

    /// <summary>Hours, minutes and seconds, as many hours as there are.</summary>
    public static string Clock(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0}:{time:mm\\:ss}");
}
