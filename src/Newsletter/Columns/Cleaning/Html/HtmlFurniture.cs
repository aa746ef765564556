using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Takes out of a tree what its elements themselves call furniture, and reports it.</summary>
internal sealed partial class HtmlFurniture(Leftovers leftovers)
{
    // A wrapper may be called "content-with-sidebar": what holds much of the text is not furniture, whatever its name.
    private const double MostOfText = 0.35;
    private const int LeastText = 200;

    public void TakeFrom(IElement root)
    {
        var whole = ProseIn(root);
        foreach (var element in root.QuerySelectorAll("*").ToList())
            if (
                element.Parent is not null
                && WhyNot(element) is { } why
                && !IsMuch(element, whole)
                && Within(element, root)
            )
            {
                leftovers.Drop(OneSpace().Replace(element.TextContent, " "), why);
                element.Remove();
            }
    }

    private static bool IsMuch(IElement element, int whole) =>
        ProseIn(element) is var prose && prose >= LeastText && prose > whole * MostOfText;

    private static bool Within(IElement element, IElement root)
    {
        for (var outer = element.ParentElement; outer is not null; outer = outer.ParentElement)
            if (outer == root)
                return true;
        return false;
    }

    /// <summary>Characters in paragraphs; menus and bars have none.</summary>
    private static int ProseIn(IElement element) =>
        element.QuerySelectorAll("p").Sum(p => p.TextContent.Length)
        + (element.LocalName is "p" ? element.TextContent.Length : 0);

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
        return ByName(element.ClassName) ?? ByName(element.Id);
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
                if (FurnitureClasses.Words.TryGetValue(word, out var why))
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
