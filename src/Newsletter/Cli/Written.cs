using System.Globalization;
using System.Text.Json;

namespace Newsletter.Cli;

/// <summary>How the command line writes and reads words and times, the same in every verb.</summary>
internal static class Written
{
    /// <summary>A state as scripts and people know it.</summary>
    public static string Word(Enum state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    /// <summary>An instant, ISO 8601, UTC; null for none.</summary>
    public static string? Instant(DateTimeOffset? instant) =>
        instant?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A day, ISO 8601; null for none.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time to the second, with the offset of its zone at that hour.</summary>
    public static string Local(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>One of the states that are given; null for no word.</summary>
    /// <exception cref="Refusal">The word is none of them.</exception>
    public static T? State<T>(string? word, params ReadOnlySpan<T> states)
        where T : struct, Enum
    {
        if (word is null)
            return null;
        foreach (var state in states)
        {
            if (string.Equals(Word(state), word.Trim(), StringComparison.OrdinalIgnoreCase))
                return state;
        }

        throw new Refusal($"\"{word}\" is no such state; it can be {Words(states)} (--state).");
    }

    public static string Words<T>(params ReadOnlySpan<T> states)
        where T : struct, Enum => string.Join(", ", states.ToArray().Select(state => Word(state)));
}
