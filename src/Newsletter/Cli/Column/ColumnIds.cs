using System.Globalization;

namespace Newsletter.Cli;

/// <summary>Reads the columns that a person names, with commas between them; "5-9" means each of them.</summary>
internal static class ColumnIds
{
    private const int MostOfRange = 10_000;

    /// <param name="text">As typed.</param>
    /// <param name="form">How it is written, as the refusal shows it.</param>
    /// <exception cref="Refusal">One is no number.</exception>
    public static IReadOnlyList<int> Parse(string text, string form) =>
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(part => Range(part, form))
                .Distinct(),
        ];

    private static IEnumerable<int> Range(string part, string form)
    {
        var ends = part.Split('-', 2, StringSplitOptions.TrimEntries);
        return
            Number(ends[0]) is { } first && Number(ends[^1]) is { } last && first <= last && last - first < MostOfRange
            ? Enumerable.Range(first, last - first + 1)
            : throw new Refusal($"\"{part}\" is no column id; write them as {form}.");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
