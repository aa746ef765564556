using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The element that holds the column's text: the one that says so, else the one in which most prose stands.</summary>
internal static class MainContent
{
    private const string Named =
        "[itemprop~=articleBody], .entry-content, .post-content, .article-content, .article-body, .article__content, .article__body, .articleBody, .post-body, .post__content, .wp-block-post-content, .field--name-body, .field-name-body, .texte-article, .crayon.article-texte, #article-body, .content-body, .story-body, .rich-text, [data-type=article-body], .available-content .body";

    private const int LeastProse = 140;

    public static IElement Of(IElement body)
    {
        var scored = Scores(body);
        if (scored.Count == 0)
            return body.QuerySelector("article") ?? body.QuerySelector("main, [role=main]") ?? body;
        var best = scored.MaxBy(pair => pair.Value).Key;
        var named = body.QuerySelectorAll(Named).Where(element => Prose(element) >= LeastProse).MaxBy(Prose);
        if (named is not null && (named.Contains(best) || Prose(named) * 2 >= Prose(best)))
            return Widest(named, body);
        if (best.Closest("article") is { } article && Prose(article) >= Prose(best))
            return article;
        return Widened(best, scored);
    }

    /// <summary>Readability's measure: paragraphs count for their parent, and half for its parent, less what is link.</summary>
    private static Dictionary<IElement, double> Scores(IElement body)
    {
        var scores = new Dictionary<IElement, double>();
        foreach (var paragraph in body.QuerySelectorAll("p, pre, blockquote, td, div, li"))
        {
            if (paragraph.LocalName is "div" or "td" or "li" && !HoldsWords(paragraph))
                continue;
            var text = paragraph.TextContent.Trim();
            if (text.Length < 25 || paragraph.ParentElement is not { } parent)
                continue;
            var score =
                (1 + text.Count(letter => letter is ',' or '،') + Math.Min(text.Length / 100.0, 3))
                * (1 - LinkShare(paragraph));
            scores[parent] = scores.GetValueOrDefault(parent) + score;
            if (parent.ParentElement is { } grand)
                scores[grand] = scores.GetValueOrDefault(grand) + (score / 2);
        }
        foreach (var element in scores.Keys.ToList())
            scores[element] *= (1 - LinkShare(element)) * (element.LocalName is "body" or "ul" or "ol" ? 0.6 : 1);
        return scores;
    }

    private static bool HoldsWords(IElement element) =>
        element.ChildNodes.OfType<IText>().Sum(text => text.Data.Trim().Length) >= 80;

    /// <summary>Where the prose is cut into several boxes beside one another, the box around them holds it.</summary>
    private static IElement Widened(IElement best, Dictionary<IElement, double> scores)
    {
        var widest = best;
        while (
            widest.ParentElement is { LocalName: not "html" } outer
            && Prose(outer) > Prose(widest) * 1.15
            && outer.Children.Any(child => child != widest && scores.GetValueOrDefault(child) >= scores[best] * 0.15)
        )
            widest = outer;
        return widest;
    }

    // A body cut in two by a picture or an advertisement has two elements of the same name in one parent.
    private static IElement Widest(IElement named, IElement body)
    {
        var parent = named.ParentElement;
        var twins =
            parent?.Children.Count(child => child.ClassName == named.ClassName && child.LocalName == named.LocalName)
            ?? 0;
        return twins > 1 && parent is not null && parent != body ? parent : named;
    }

    private static int Prose(IElement element) =>
        element.QuerySelectorAll("p, li, blockquote").Sum(p => p.TextContent.Length) is > 0 and var prose
            ? prose
            : element.TextContent.Trim().Length / 2;

    private static double LinkShare(IElement element)
    {
        var whole = element.TextContent.Length;
        return whole == 0
            ? 0
            : Math.Min(1.0, element.QuerySelectorAll("a").Sum(link => link.TextContent.Length) / (double)whole);
    }
}
