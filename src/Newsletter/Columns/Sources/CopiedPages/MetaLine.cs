using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>
/// A line about the column rather than of it: its date, its authors, and the page's furniture, alone or on one line
/// ("Posted on March 12, 2012 by Ada Byron in News | 3 Comments").
/// </summary>
internal sealed partial class MetaLine(BylineReader bylines, Leftovers leftovers)
{
    /// <summary>Takes the line into the head; false where it is something else, and nothing was taken.</summary>
    public bool Take(string line, PageHead head) =>
        HasDateAmongParts(line)
            ? TakeParts(line, head) || TakeWhole(line, head)
            : TakeWhole(line, head) || TakeParts(line, head);

    private bool TakeWhole(string line, PageHead head)
    {
        if (TakeAuthors(line, head))
            return true;
        if (
            DateLine.Read(line) is { } date
            && (
                date.Rest.Length == 0
                || PageFurniture.Is(date.Rest)
                || IsPlace().IsMatch(date.Rest)
                || TakeAuthors(date.Rest, head, marked: false)
            )
        )
        {
            TakeDate(line, date, head);
            return true;
        }
        if (!PageFurniture.Is(line))
            return false;
        leftovers.Drop(line, PageFurniture.Why);
        return true;
    }

    private static bool HasDateAmongParts(string line) =>
        Between().Split(line) is { Length: > 1 } parts
        && Array.Exists(
            parts,
            part => DateLine.Read(part) is { } date && (date.Rest.Length == 0 || IsPlace().IsMatch(date.Rest))
        );

    private bool TakeParts(string line, PageHead head)
    {
        var parts = Between().Split(line).Where(part => part.Length > 0).ToList();
        if (
            line.Length > 160
            || parts.Count < 2
            || !parts.Exists(part => DateLine.Read(part) is { Rest: "" } || Introduced().IsMatch(part))
        )
            return false;
        if (parts.Exists(part => part.Length > 70))
            return false;
        foreach (var part in parts)
            if (!TakeWhole(part, head) && !(head.Authors.Count == 0 && TakeAuthors(part, head, marked: false)))
                leftovers.Drop(part, "It stands in the line of the date and the author, and is neither.");
        return true;
    }

    private bool TakeAuthors(string line, PageHead head, bool marked = true)
    {
        var whole = PlaceOnPage().Match(line) is { Success: true, Index: > 0 } place ? line[..place.Index] : line;
        var found = bylines.Marked(whole) ?? (marked ? null : bylines.Bare(whole));
        if (found is null)
            return false;
        leftovers.Drop(line[whole.Length..], PageFurniture.Why);
        foreach (var author in found)
            if (!head.Authors.Exists(known => known.Name == author.Name))
                head.Authors.Add(author);
        return true;
    }

    private void TakeDate(string line, DateLine date, PageHead head)
    {
        leftovers.Drop(line, "This was read as the column's date.");
        head.Date ??= date.Date;
        if (date.Ambiguous)
            leftovers.Notice($"\"{line}\" was read with the day before the month: {date.Date:yyyy-MM-dd}.");
    }

    [GeneratedRegex(@"\s*[|·•]\s*|\s+[-–—]\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^(?:par|by|auteure?|author|posted by|écrit par|publié par)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Introduced();

    [GeneratedRegex(@"^(?:in|dans|sous|under)\s+\p{Lu}[^.!?]{0,80}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsPlace();

    // "by Ada Byron in News": where on the site it stands.
    [GeneratedRegex(@"\s+(?:in|dans|sous|under|,\s*in)\s+\p{Lu}[^.!?]{0,80}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceOnPage();
}
