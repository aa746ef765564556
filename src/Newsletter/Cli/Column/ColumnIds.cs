using System.Globalization;

namespace Newsletter.Cli;

/// <summary>Reads the columns that a person names, with commas between them.</summary>
internal static class ColumnIds
{
    /// <param name="text">As typed.</param>
    /// <param name="form">How it is written, as the refusal shows it.</param>
    /// <exception cref="Refusal">One is no number.</exception>
    public static IReadOnlyList<int> Parse(string text, string form) =>
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(id =>
                    int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : throw new Refusal($"\"{id}\" is no column id; write them as {form}.")
                )
                .Distinct(),
        ];
}
