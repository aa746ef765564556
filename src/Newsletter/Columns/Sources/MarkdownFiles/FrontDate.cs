using System.Globalization;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>The day of a front matter: ISO 8601, whose hour and zone change nothing about the day that is written, or in words.</summary>
internal static class FrontDate
{
    public static DateOnly? Read(string? text, Leftovers leftovers)
    {
        if (text is null)
            return null;
        if (
            char.IsAsciiDigit(text[0])
            && text.Length > 4
            && text[4] is '-'
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var exact
            )
        )
            return DateOnly.FromDateTime(exact.DateTime);
        if (DateLine.Read(text) is { } line)
        {
            if (line.Ambiguous)
                leftovers.Notice($"\"{text}\" was read with the day before the month: {line.Date:yyyy-MM-dd}.");
            return line.Date;
        }
        leftovers.Drop(text, "This is no date that can be read; write it as 2026-01-31.");
        return null;
    }
}
