using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.CopiedPages.Bylines;

/// <summary>Reads one line as the authors it names, or says that it names none.</summary>
internal sealed partial class BylineReader(Leftovers leftovers)
{
    private const int LongestLine = 240;

    private readonly List<(string Caption, string Name)> captions = [];

    /// <summary>A line that says of itself that it names authors: "Par A et B", "By A", "Auteur : A".</summary>
    public IReadOnlyList<Byline>? Marked(string line)
    {
        if (line.Length > LongestLine || Marker().Match(line) is not { Success: true } marker)
            return null;
        var rest = line[marker.Length..].Trim().TrimEnd('.', ',', '|', '·', '•', '-', '–', '—').Trim();
        if (rest.Length == 0)
            return null;
        captions.Clear();
        var authors = People(rest, PersonName.IsAfterMarker) ?? Newsroom(rest);
        if (authors is not null)
            leftovers.Drop(marker.Value, "These words introduce the author; the layout has its own.");
        return Reported(authors);
    }

    /// <summary>A line that is nothing but names, as they stand under a title.</summary>
    public IReadOnlyList<Byline>? Bare(string line)
    {
        if (line.Length is 0 or > LongestLine || line[^1] is '!' or '?' or ':' or ';' or '…' or ',')
            return null;
        captions.Clear();
        return Reported(People(line, PersonName.Is));
    }

    /// <summary>Captions are reported once the line is known to name authors, and not while it is being tried.</summary>
    private List<Byline>? Reported(List<Byline>? authors)
    {
        if (authors is not null)
            foreach (var (caption, name) in captions)
                leftovers.Drop(
                    caption,
                    $"The caption of a portrait that ran into the name {name} when the page was copied."
                );
        return authors;
    }

    private List<Byline>? People(string text, Predicate<string> isName)
    {
        var parts = Between().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count > 1 && AllNames(text, parts, isName))
            return parts.ConvertAll(part => One(part, isName) ?? new Byline(part));
        if (One(text, isName) is { } one)
            return [one];
        var people = new List<Byline>();
        foreach (var part in parts)
        {
            if (One(part, isName) is { } person)
                people.Add(person);
            else if (people is [.., { Role: null } last] && part.Length <= 100)
                people[^1] = last with { Role = part };
            else
                return null;
        }
        var isNameAndRole =
            people.Count == 1
            && (RoleShape.Names(text) || text.Contains(',', StringComparison.Ordinal) && people[0].Role?.Length <= 80);
        return people.Count > 1 || isNameAndRole ? people : null;
    }

    // A comma also stands before a role, so what it parts must look like names by itself.
    private static bool AllNames(string text, List<string> parts, Predicate<string> isName) =>
        parts.TrueForAll(part => PersonName.Is(part) && !RoleShape.Names(part))
        || (!text.Contains(',', StringComparison.Ordinal) && parts.TrueForAll(part => isName(part)));

    private Byline? One(string text, Predicate<string> isName)
    {
        if (PortraitCaption.Split(text) is var (caption, name))
        {
            captions.Add((caption, name));
            return new Byline(name);
        }
        if (isName(text))
            return new Byline(text);
        if (NameAndRole().Match(text) is not { Success: true } match)
            return Unparted(text, isName);
        var role = match.Groups["role"].Value.Trim();
        var named = One(match.Groups["name"].Value.Trim(), isName);
        var saysRole =
            RoleShape.Names(role)
            || match.Groups["bracket"].Success
            || (named is not null && !isName(role) && !EndsAsSentence(role));
        return named is { Role: null } && saysRole && role.Length <= 140 ? named with { Role = role } : null;
    }

    // "Ada Byron Director of Engines": the copy lost what stood between them.
    private Byline? Unparted(string text, Predicate<string> isName)
    {
        var start = RoleShape.Start(text);
        return
            start > 3
            && text.Length <= 140
            && !EndsAsSentence(text)
            && char.IsWhiteSpace(text[start - 1])
            && One(text[..start].Trim(), isName) is { Role: null } named
            ? named with
            {
                Role = text[start..].Trim(),
            }
            : null;
    }

    private static List<Byline>? Newsroom(string text) => NewsroomName().IsMatch(text) ? [new Byline(text)] : null;

    private static bool EndsAsSentence(string text) => text[^1] is '.' or '!' or '?' or '…';

    [GeneratedRegex(
        @"^[\s—–-]*(?:(?:un\s+)?(?:texte|article|billet|tribune|propos|entretien|interview)\s*(?:écrite?|rédigée?|proposée?|signée?|recueillis|réalisée?|de|by|d['’])?\s*(?:par|by|:)\s+|(?:écrite?|rédigée?|publiée?|postée?|proposée?|signée?)\s+par\s*:?\s+|(?:written|posted|published|words|story|text|interview|article)\s+by\s*:?\s+|auteure?s?\s*:\s*|autrice\s*:\s*|authors?\s*:\s*|par\s*:?\s+|by\s*:?\s+|von\s+|por\s+|door\s+|di\s+|texte\s*:\s*|text\s*:\s*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"\s*,\s*(?:et|and|und|y|e|en)\s+|\s*[,;]\s*|\s+(?:et|and|und|y|e|&|\+|/|\||with|avec)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^(?<name>[^,()|–—]{2,90}?)\s*(?:,\s*|\s+[-–—|/•·]\s+|\s*[–—|]\s*|(?<bracket>\())(?<role>.+?)(?(bracket)\)\.?)$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NameAndRole();

    [GeneratedRegex(
        @"^(?:(?:la\s+|notre\s+|l['’])?(?:rédaction|équipe|redaction)\b.{0,60}|(?:the\s+)?(?:[\p{Lu}][\p{L}]+\s+)?(?:staff|editors|editorial\s+team|editorial\s+board|newsroom|admin)\b.{0,40}|admin)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NewsroomName();
}
