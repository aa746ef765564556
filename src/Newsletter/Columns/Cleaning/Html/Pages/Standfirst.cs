using AngleSharp.Dom;
using Newsletter.Addresses;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The sentences between title and text that say what the column is about, where readers see them.</summary>
internal static class Standfirst
{
    private const string Places =
        "[class*=standfirst], [class*=chapo], [class*=chapeau], [class*=article__desc], [class*=article-desc], [class*=accroche], [class*=intro], [class*=subtitle], [class*=sub-title], [class*=sous-titre], [class*=subhead], [class*=dek], [class*=lead], [class*=summary], [class*=excerpt], [itemprop=description], [itemprop=alternativeHeadline], [role=doc-subtitle]";

    private const int Longest = 1200;

    public static string? Find(IElement body, PageFacts facts)
    {
        var title = body.QuerySelector("h1");
        var shown = body.QuerySelectorAll(Places)
            .Where(place =>
                IsNear(place, title)
                && place.QuerySelector("h1, article, img, figure, ul, time") is null
                && place.Closest("figure") is null
            )
            .Select(Text)
            .FirstOrDefault(text => text.Length is > 30 and < Longest);
        if (shown is not null)
            return shown;
        var inHeader = title
            ?.Closest("header")
            ?.QuerySelectorAll("p, h2")
            .Select(Text)
            .FirstOrDefault(text => text.Length is > 60 and < Longest);
        if (inHeader is not null)
            return inHeader;
        // What the head says counts only where readers see it too, apart from the first paragraph of the text.
        foreach (var said in facts.Descriptions)
            if (
                said[^1] is not '…'
                && !said.EndsWith("...", StringComparison.Ordinal)
                && body.QuerySelectorAll("p, h2, div, strong")
                    .FirstOrDefault(place =>
                        place.ChildElementCount <= 2 && SameWords.Are(place.TextContent, said) && IsNear(place, title)
                    )
                    is { } place
                && !IsFirstOfText(place)
            )
                return Text(place);
        return null;
    }

    private static bool IsFirstOfText(IElement place) =>
        place.NextElementSibling is { LocalName: "p" } next
        && next.ClassName == place.ClassName
        && place.LocalName is "p";

    // After the title, and before much else: a teaser further down has a lead of its own.
    private static bool IsNear(IElement place, IElement? title)
    {
        if (title is null)
            return false;
        for (
            IElement? around = title.ParentElement, climbed = null;
            around is not null && around.LocalName is not "html";
            climbed = around, around = around.ParentElement
        )
            if (around.Contains(place))
                return title.CompareDocumentPosition(place).HasFlag(DocumentPositions.Following)
                    && Between(title, place) < 600;
        return false;
    }

    private static int Between(IElement title, IElement place)
    {
        var length = 0;
        foreach (var text in title.Owner!.Body!.Descendants<IText>())
        {
            var afterTitle =
                title.CompareDocumentPosition(text).HasFlag(DocumentPositions.Following) && !title.Contains(text);
            if (place.Contains(text))
                break;
            if (afterTitle)
                length += text.Data.Trim().Length;
            if (length > 600)
                break;
        }
        return length;
    }

    private static string Text(IElement place) =>
        string.Join(
            ' ',
            OneLine.Cleaned(CleanText.Of(place.TextContent)).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
