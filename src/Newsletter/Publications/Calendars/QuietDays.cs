using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsletter.Publications.Calendars;

/// <summary>The days on which a publication makes no issue: public holidays by rule, and days of its own.</summary>
internal sealed partial class QuietDays
{
    /// <summary>The most days of one range.</summary>
    public const int LongestRange = 92;

    private const int MostWords = 100;

    private readonly List<string> countries;
    private readonly List<OwnDays> own;
    private readonly ConcurrentDictionary<int, Dictionary<DateOnly, string>> holidays = [];

    private QuietDays(List<string> countries, List<OwnDays> own, bool moves) =>
        (this.countries, this.own, Moves) = (countries, own, moves);

    public static QuietDays None { get; } = new([], [], moves: false);

    /// <summary>Whether an issue of a quiet day goes on the next day that is none; else there is none.</summary>
    public bool Moves { get; }

    public bool IsNone => countries.Count == 0 && own.Count == 0 && !Moves;

    /// <summary>As they are written.</summary>
    public IReadOnlyList<string> Words => [.. countries, .. own.Select(days => days.Text)];

    /// <summary>Other days; the answer to them stays.</summary>
    /// <param name="text">Countries, days and ranges with commas between them; <c>none</c> for none.</param>
    /// <exception cref="Refusal">A word is none of them.</exception>
    public QuietDays On(string text)
    {
        var words = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (words is [] || (words is [{ } only] && only.Equals("none", StringComparison.OrdinalIgnoreCase)))
            return new QuietDays([], [], Moves);
        return words.Count <= MostWords
            ? Of(words, Moves)
            : throw new Refusal(
                $"{words.Count} quiet days are too many; {MostWords} are the most, and a range counts as one (--quiet)."
            );
    }

    /// <param name="word"><c>skip</c> or <c>move</c>.</param>
    /// <exception cref="Refusal">It is neither.</exception>
    public QuietDays Answered(string word) =>
        word.Trim().ToLowerInvariant() switch
        {
            "skip" => new QuietDays(countries, own, moves: false),
            "move" => new QuietDays(countries, own, moves: true),
            _ => throw new Refusal(
                $"\"{word}\" does not say what becomes of the issue of a quiet day; it can be skip, or move for the next day (--on-quiet)."
            ),
        };

    /// <summary>Why a day is quiet; null where it is not.</summary>
    public string? Why(DateOnly day) =>
        own.Find(days => days.Has(day)) is { } found ? $"quiet: {found.Text}"
        : holidays.GetOrAdd(day.Year, HolidaysIn).TryGetValue(day, out var holiday) ? holiday
        : null;

    /// <summary>The day on which the issue of a day goes; null where none goes.</summary>
    public DateOnly? WorkingDay(DateOnly day)
    {
        if (Why(day) is null)
            return day;
        for (var later = 1; Moves && later <= 366; later++)
        {
            if (Why(day.AddDays(later)) is null)
                return day.AddDays(later);
        }

        return null;
    }

    public string ToJson() => JsonSerializer.Serialize(new Kept([.. Words], Moves), QuietJson.Default.Kept);

    public static QuietDays Parse(string? json) =>
        json is null || JsonSerializer.Deserialize(json, QuietJson.Default.Kept) is not { } kept
            ? None
            : Of(kept.Days, kept.Moves);

    private static QuietDays Of(IReadOnlyList<string> words, bool moves)
    {
        var (countries, own) = (new List<string>(), new List<OwnDays>());
        foreach (var word in words)
        {
            if (Holidays.Has(word.ToLowerInvariant()))
                countries.Add(word.ToLowerInvariant());
            else
                own.Add(OwnDays.TryParse(word) ?? throw Unknown(word));
        }

        return new QuietDays(countries, own, moves);
    }

    private static Refusal Unknown(string word) =>
        new(
            $"\"{word}\" is no quiet day; write a country ({string.Join(", ", Holidays.Countries)}), a day such as 2026-12-24 or 12-24 for each year, or a range of at most {LongestRange} days such as 2026-08-01/2026-08-21 (--quiet)."
        );

    private Dictionary<DateOnly, string> HolidaysIn(int year)
    {
        var found = new Dictionary<DateOnly, string>();
        foreach (var country in countries)
        foreach (var (day, name) in Holidays.In(country, year))
            found.TryAdd(day, string.Create(CultureInfo.InvariantCulture, $"{name} ({country})"));
        return found;
    }

    private sealed record Kept(IReadOnlyList<string> Days, bool Moves);

    [JsonSerializable(typeof(Kept))]
    private sealed partial class QuietJson : JsonSerializerContext;
}
