using AngleSharp.Dom;
using Newsletter.Addresses;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The title as readers see it, where the page shows one that its head agrees with; else the head's.</summary>
internal static class PageTitle
{
    private static readonly string[] Between = [" | ", " – ", " — ", " - ", " · ", " » ", " « ", " :: ", " • "];

    // Shorter ones are names of sections.
    private const int Telling = 12;

    public static string? Of(IElement body, PageFacts facts)
    {
        var said = facts
            .Titles.Select(title => WithoutSite(title, facts.Site))
            .Where(title => title.Length > 0)
            .ToList();
        var shown = body.QuerySelectorAll("h1, [itemprop=headline]")
            .Select(heading => OneLine.Cleaned(CleanText.Of(heading.TextContent)).Trim())
            .Select(text => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(text => text.Length is > 2 and < 400)
            .ToList();
        var agreed = shown.Find(heading => said.Exists(title => Agree(heading, title)));
        if (agreed is not null)
            return agreed;
        // Cards and themes set a title in any heading; the head's words tell which of them is the page's.
        var lesser = body.QuerySelectorAll("h2, h3")
            .Select(heading => OneLine.Cleaned(CleanText.Of(heading.TextContent)).Trim())
            .FirstOrDefault(text => text.Length > Telling && said.Exists(title => SameWords.Are(text, title)));
        if (lesser is not null)
            return lesser;
        var inArticle = body.QuerySelectorAll("article h1, main h1")
            .Select(it => OneLine.Cleaned(CleanText.Of(it.TextContent)).Trim())
            .FirstOrDefault(text => text.Length > 2);
        var single =
            shown.Distinct(StringComparer.Ordinal).ToList() is [var only]
            && !string.Equals(only, facts.Site, StringComparison.OrdinalIgnoreCase)
                ? only
                : null;
        // A head may give all pages one title; a heading in the article is this page's.
        return said.Count > 0 && inArticle is null ? said[0] : inArticle ?? single ?? (said.Count > 0 ? said[0] : null);
    }

    private static bool Agree(string heading, string title)
    {
        var (one, other) = (SameWords.Key(heading), SameWords.Key(title));
        return one.Length > 3
            && (
                one == other
                || (other.Length > 10 && one.Contains(other, StringComparison.Ordinal))
                || (one.Length > 10 && other.Contains(one, StringComparison.Ordinal))
            );
    }

    private static string WithoutSite(string title, string? site)
    {
        foreach (var sign in Between)
        {
            var at = title.LastIndexOf(sign, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var (before, after) = (title[..at].Trim(), title[(at + sign.Length)..].Trim());
            if (site is not null && SameWords.Are(after, site))
                return before;
            if (site is not null && SameWords.Are(before, site))
                return after;
            if (site is null && before.Length >= 15 && after.Length <= 40 && after.Length < before.Length)
                return before;
        }
        return title;
    }
}
