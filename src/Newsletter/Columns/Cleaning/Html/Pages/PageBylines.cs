using AngleSharp.Dom;
using Newsletter.Addresses;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The authors as the head names them, with the roles that the page shows; else those that the page shows.</summary>
internal static class PageBylines
{
    private const string Places =
        "[rel~=author], [itemprop~=author], .byline, .author, .authors, .auteur, .auteurs, [class*=byline], [class*=author], [class*=auteur], [class*=signature], [class*=contributor]";

    private const int MostPlaces = 60;
    private const int LongestPlace = 600;

    public static IReadOnlyList<Byline> Read(IElement body, PageFacts facts) =>
        [.. Found(body, facts).Select(WithoutDate)];

    // "Par Ada Byron, le 15 septembre 2026" has the form of a role and is none.
    private static Byline WithoutDate(Byline author) =>
        author.Role is { } role && DateLine.Read(role) is { Rest.Length: < 12 } ? author with { Role = null } : author;

    private static IReadOnlyList<Byline> Found(IElement body, PageFacts facts)
    {
        var places = body.QuerySelectorAll(Places)
            .Where(place => place.TextContent.Length < LongestPlace && !IsOfComments(place))
            .Take(MostPlaces)
            .Select(Lines)
            .Where(lines => lines.Count > 0)
            .ToList();
        if (Neighbours(body) is { Count: > 1 } several)
            places.Insert(0, [string.Join(" ; ", several)]);
        var said = facts.Authors;
        var shown = Shown(places);
        if (said.Count == 0)
            return shown;
        // Where the head names the paper and the page names people, the people wrote it.
        if (
            shown.Count > 0
            && said.All(author => !PersonName.Is(author.Name))
            && shown.All(author => PersonName.Is(author.Name))
        )
            return shown;
        return
        [
            .. said.Select(author => author with { Role = author.Role ?? RoleOf(author.Name, places) })
                .DistinctBy(author => Byline.KeyOf(author.Name)),
        ];
    }

    /// <summary>Authors of whom each stands in an element of the same name, beside the others in one line.</summary>
    private static List<string> Neighbours(IElement body)
    {
        var first = body.QuerySelectorAll(".author, [rel~=author], [itemprop~=author], .auteur")
            .FirstOrDefault(place => PersonName.Is(place.TextContent.Trim()) && !IsOfComments(place));
        return
            first?.ParentElement is { } line
            && line.TextContent.Length < LongestPlace
            && line.QuerySelector("p, li, div") is null
            ?
            [
                .. line
                    .Children.Where(child => child.ClassName == first.ClassName && child.LocalName == first.LocalName)
                    .Select(child => OneLine.Cleaned(CleanText.Of(child.TextContent)).Trim())
                    .Where(PersonName.Is)
                    .Distinct(StringComparer.Ordinal),
            ]
            : [];
    }

    private static List<Byline> Shown(List<List<string>> places)
    {
        foreach (var lines in places)
        {
            var reader = new BylineReader(new Leftovers());
            var found =
                lines
                    .Select(line => reader.Marked(line) ?? reader.Bare(line))
                    .FirstOrDefault(people => people is { Count: > 0 })
                ?? reader.Marked(string.Join(' ', lines));
            if (found is { Count: > 0 })
                return [.. found.Select(author => author with { Role = author.Role ?? RoleOf(author.Name, places) })];
        }
        return [];
    }

    /// <summary>The line after the name, or the rest of its own, where it has the shape of a role.</summary>
    private static string? RoleOf(string name, List<List<string>> places)
    {
        foreach (var lines in places)
            for (var at = 0; at < lines.Count; at++)
            {
                var known =
                    new BylineReader(new Leftovers()).Marked(lines[at])
                    ?? new BylineReader(new Leftovers()).Bare(lines[at]);
                if (known?.FirstOrDefault(author => Byline.KeyOf(author.Name) == Byline.KeyOf(name))?.Role is { } role)
                    return role;
                if (
                    at + 1 < lines.Count
                    && IsName(lines[at], name)
                    && RoleShape.Is(lines[at + 1].TrimStart(',', ' '), besideName: true, pageHasBlankLines: false)
                )
                    return lines[at + 1].TrimStart(',', ' ');
            }
        return null;
    }

    private static bool IsName(string line, string name) =>
        SameWords.Key(line) is var key
        && (key == SameWords.Key(name) || key == SameWords.Key($"par{name}") || key == SameWords.Key($"by{name}"));

    /// <summary>The element's texts as a reader sees them: one line for each block or link in it.</summary>
    private static List<string> Lines(IElement place)
    {
        var lines = new List<string>();
        var join = false;
        foreach (var node in place.DescendantsAndSelf())
        {
            if (node is not IText text)
            {
                join &= node is IElement { LocalName: "strong" or "b" or "em" or "i" };
                continue;
            }
            var line = OneLine.Cleaned(CleanText.Of(text.Data)).Trim();
            if (line.Length == 0)
                continue;
            if (line is "Par" or "par" or "By" or "by" or "PAR" or "BY" || line.EndsWith(':'))
            {
                lines.Add(line);
                join = true;
                continue;
            }
            if (join && lines.Count > 0)
                lines[^1] = $"{lines[^1]} {line}";
            else if (line[0] is ',' && lines.Count > 0)
                lines[^1] += line;
            else
                lines.Add(line);
            join = false;
        }
        return lines;
    }

    private static bool IsOfComments(IElement place) =>
        place
            .Ancestors<IElement>()
            .Any(outer =>
                $"{outer.ClassName} {outer.Id}".Contains("comment", StringComparison.OrdinalIgnoreCase)
                && outer.LocalName is not "body" and not "html"
            );
}
