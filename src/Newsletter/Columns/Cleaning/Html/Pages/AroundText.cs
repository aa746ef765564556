using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>
/// What stands behind the text in the very element that holds it: cards, lists of links, and bars, by whatever name.
/// They hold no prose; notes, pictures and films do not either, and stay.
/// </summary>
internal sealed partial class AroundText(Leftovers leftovers)
{
    private const double MostlyLinks = 0.5;
    private const int FewestLinks = 2;
    private const double LeastPart = 0.5;
    private const int LongEnough = 120;

    public void TakeFrom(IElement main)
    {
        var whole = ProseMass.Of(main);
        var inner = main;
        // The last box on the way down that still holds most of the prose: within it, lists of links are the author's.
        while (
            inner.Children.FirstOrDefault(child => Boxes(child) && ProseMass.Of(child) > whole * LeastPart) is { } next
        )
        {
            Sweep(inner, next);
            inner = next;
        }
    }

    /// <summary>Whether an element beside the text is more of it, and not the teaser of another text.</summary>
    public static bool IsProse(IElement element, double enough) =>
        ProseMass.Of(element) is var prose
        && prose >= LongEnough
        && prose >= enough
        && ProseMass.LinkShare(element) < MostlyLinks / 2
        && element.LocalName is not ("aside" or "footer" or "nav" or "article")
        && element.QuerySelector("article") is null
        && !element.QuerySelectorAll("h2, h3, h4, h5").Any(IsLink);

    private void Sweep(IElement outer, IElement text)
    {
        var places = new LinkPlaces(text);
        var behind = outer.Children.SkipWhile(child => child != text).Skip(1).ToList();
        foreach (var element in behind.Where(element => IsOther(element) && !HoldsNotes(element, places)))
        {
            leftovers.Drop(OneSpace().Replace(element.TextContent, " "), "It stands behind the column on its page.");
            element.Remove();
        }
    }

    private static bool Boxes(IElement element) =>
        element.LocalName is "div" or "section" or "article" or "main" or "td" or "tr" or "tbody" or "table";

    private static bool IsOther(IElement element)
    {
        if (
            element.LocalName
            is "p"
                or "figure"
                or "blockquote"
                or "table"
                or "pre"
                or "h2"
                or "h3"
                or "img"
                or "iframe"
        )
            return false;
        var links = element.QuerySelectorAll("a").Length;
        if (element.QuerySelectorAll("h2, h3, h4, h5").Any(IsLink))
            return true;
        return links > 0
            && ProseMass.LinkShare(element) > MostlyLinks
            && (links >= FewestLinks || ProseMass.Of(element) == 0);
    }

    private static bool IsLink(IElement heading) =>
        heading.TextContent.Trim() is { Length: > 0 } text
        && (
            heading.Closest("a") is not null
            || heading.QuerySelectorAll("a").Sum(link => link.TextContent.Trim().Length) >= text.Length * 0.8
        );

    // A note is a place that the text leads to, or leads back into it.
    private static bool HoldsNotes(IElement element, LinkPlaces text) =>
        new LinkPlaces(element) is var note && (note.LeadsInto(text) || text.LeadsInto(note));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneSpace();
}
