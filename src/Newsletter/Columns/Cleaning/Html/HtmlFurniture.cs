using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Takes out of a tree what its elements themselves call furniture, and reports it.</summary>
internal sealed partial class HtmlFurniture(Leftovers leftovers)
{
    // A wrapper may be called "content-with-sidebar": what holds much of the text is not furniture, whatever its name.
    private const double MostOfText = 0.35;
    private const int LeastText = 200;

    // Readers may have written more than the author, and a banner about cookies may be longer than an article.
    private const double NearlyAllText = 0.7;

    public void TakeFrom(IElement root)
    {
        var whole = ProseMass.Of(root);
        var named = root.QuerySelectorAll("*")
            .Select(element => (Element: element, Why: WhyNot(element)))
            .Where(pair => pair.Why is not null)
            .ToList();
        var paid = named
            .Where(pair => pair.Why is FurnitureClasses.SignUp)
            .GroupBy(pair => pair.Element.ClassName ?? "", StringComparer.Ordinal)
            .Where(group => group.Sum(pair => ProseMass.Of(pair.Element)) > Math.Max(LeastText, whole * MostOfText))
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        // A paper that sells its articles calls each of their paragraphs "paywall": so many are the column itself.
        foreach (var (element, why) in named)
            if (
                element.Parent is not null
                && !IsMuch(element, whole, why!)
                && !(why is FurnitureClasses.SignUp && paid.Contains(element.ClassName ?? ""))
                && Within(element, root)
            )
            {
                leftovers.Drop(OneSpace().Replace(element.TextContent, " "), why!);
                element.Remove();
            }
    }

    private static bool IsMuch(IElement element, int whole, string why) =>
        ProseMass.Of(element) is var prose
        && prose >= LeastText
        && prose > whole * (why is FurnitureClasses.Comments or FurnitureClasses.Cookies ? NearlyAllText : MostOfText);

    private static bool Within(IElement element, IElement root)
    {
        for (var outer = element.ParentElement; outer is not null; outer = outer.ParentElement)
            if (outer == root)
                return true;
        return false;
    }

    private static string? WhyNot(IElement element)
    {
        if (
            element.LocalName
            is "html"
                or "body"
                or "main"
                or "article"
                or "td"
                or "tr"
                or "tbody"
                or "table"
                or "code"
                or "pre"
        )
            return null;
        if (
            element.LocalName
            is "img"
                or "picture"
                or "a"
                or "b"
                or "strong"
                or "em"
                or "i"
                or "h1"
                or "input"
                or "source"
        )
            return element.HasAttribute("hidden") ? FurnitureClasses.Hidden : ByReadMore(element);
        if (
            element.LocalName is "nav" or "dialog"
            || element.GetAttribute("role")
                is "navigation"
                    or "search"
                    or "dialog"
                    or "alertdialog"
                    or "menu"
                    or "toolbar"
        )
            return FurnitureClasses.Menu;
        if (element.LocalName is "form" && element.QuerySelector("p, h2, article") is null)
            return FurnitureClasses.SignUp;
        if (element.HasAttribute("hidden"))
            return FurnitureClasses.Hidden;
        var why = ByName(element.ClassName) ?? ByName(element.Id);
        // Nobody is asked to subscribe at such length.
        return why is FurnitureClasses.SignUp && element.LocalName is "p" && element.TextContent.Length > LeastText
            ? null
            : why;
    }

    private static string? ByReadMore(IElement element) =>
        element.LocalName is "a" && (element.ClassName ?? "").Contains("more-link", StringComparison.OrdinalIgnoreCase)
            ? FurnitureClasses.Related
            : null;

    private static string? ByName(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 1000)
            return null;
        foreach (var (part, why) in FurnitureClasses.Parts)
            if (
                names.Contains(part, StringComparison.OrdinalIgnoreCase)
                && !names.Contains($"has-{part}", StringComparison.OrdinalIgnoreCase)
            )
                return why;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Word().Matches(name).Select(match => match.Value.ToLowerInvariant()).ToList();
            // "no-sidebar", "has-newsletter" and "is-premium" say what a wrapper has or lacks, not what it is.
            if (
                words.Count == 0
                || words[0]
                    is "no"
                        or "has"
                        or "with"
                        or "without"
                        or "is"
                        or "not"
                        or "category"
                        or "tag"
                        or "post"
                        or "size"
                        or "align"
                        or "page"
                        or "type"
                        or "format"
                        or "status"
                    && words.Count > 1
                    && !IsPlain(words)
            )
                continue;
            foreach (var word in words)
                if (
                    FurnitureClasses.Words.TryGetValue(word, out var why)
                    && !(PageBuilders.MeansNothing(word) && PageBuilders.Made(names))
                )
                    return why;
        }
        return null;
    }

    // "post-tags" is the tags of a post; "tag-newsletter" is an article about newsletters.
    private static bool IsPlain(List<string> words) => words[0] is "post" or "page";

    [GeneratedRegex("[a-z]+|[A-Z][a-z]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneSpace();
}
