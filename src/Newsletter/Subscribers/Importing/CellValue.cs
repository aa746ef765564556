using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <summary>Cells as they are kept: on one line, and no longer than their column in the database.</summary>
internal static class CellValue
{
    public const int LongestField = 500;
    public const int LongestTag = 60;

    private const int MostTags = 100;

    /// <summary>Null where nothing is left of it.</summary>
    public static string? Field(string cell)
    {
        var line = Line(cell);
        return line.Length == 0 ? null : OneLine.Shortened(line, LongestField);
    }

    /// <summary>
    /// The words of a cell that holds several: a list as JSON or Python writes it, or separated by commas, each with
    /// or without quotation marks.
    /// </summary>
    public static IReadOnlyList<string> Tags(string cell)
    {
        var text = cell.Trim();
        if (text.Length == 0)
            return [];
        var list =
            text[0] == '[' ? text
            : text[0] is '"' or '\'' ? $"[{text}]"
            : null;
        var words =
            list is not null && AttributeCell.TryReadList(list, out var read)
                ? read
                : text.Split(text.Contains(';', StringComparison.Ordinal) ? ';' : ',');
        return
        [
            .. words
                .Select(Line)
                .Where(word => word.Length > 0)
                .Select(word => OneLine.Shortened(word, LongestTag))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostTags),
        ];
    }

    private static string Line(string cell) =>
        cell.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? cell.Trim() : OneLine.Cleaned(cell);
}
