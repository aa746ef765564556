using System.Text.RegularExpressions;

namespace Newsletter.Publications;

/// <summary>A subject or preheader with places to fill: <c>{publication} {number}: {title}</c>.</summary>
internal static partial class HeadlinePattern
{
    /// <summary>As they are written.</summary>
    public const string Places = "{publication}, {number}, {date}, {title} and {count}";

    private const int Longest = 200;

    private static readonly string[] Known = ["publication", "number", "date", "title", "count"];

    /// <summary>The pattern as it is kept; null for an empty one.</summary>
    /// <exception cref="Refusal">It has a place that nothing fills, or is no line of text.</exception>
    public static string? Checked(string pattern, string option)
    {
        var value = pattern.Trim();
        if (value.Length == 0)
            return null;
        if (value.Length > Longest || value.Any(char.IsControl))
            throw new Refusal(
                $"The pattern is longer than {Longest} characters or than one line; shorten it ({option})."
            );
        foreach (Match place in Place().Matches(value))
        {
            if (!Known.Contains(place.Groups["name"].Value))
                throw new Refusal(
                    $"\"{place.Value}\" in the pattern is filled by nothing; it can hold {Places} ({option})."
                );
        }

        return Place().Replace(value, "").AsSpan().IndexOfAny('{', '}') < 0
            ? value
            : throw new Refusal(
                $"A brace stands alone in the pattern \"{value}\"; write the places as {Places}, and no other braces ({option})."
            );
    }

    /// <summary>The line with its places filled, cut at what an inbox keeps; null where the pattern is.</summary>
    public static string? Fill(string? pattern, HeadlineWords words)
    {
        if (pattern is null)
            return null;
        // One pass: a title that holds "{number}" stays as it is.
        var filled = Place()
            .Replace(
                pattern,
                place =>
                    place.Groups["name"].Value switch
                    {
                        "publication" => words.Publication,
                        "number" => words.Number,
                        "date" => words.Date,
                        "title" => words.Title,
                        _ => words.Count,
                    }
            );
        var line = Blanks().Replace(filled, " ").Trim();
        return line.Length <= HeadlineWords.Longest ? line : $"{Cut(line)}…";
    }

    private static string Cut(string line)
    {
        var end = HeadlineWords.Longest - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd();
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
