using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The element that holds the column's text: the one that says so, else the one in which most prose stands.</summary>
internal static class MainContent
{
    private const string Named =
        "[itemprop~=articleBody], .entry-content, .post-content, .article-content, .article-body, .article__content, .article__body, .articleBody, .post-body, .post__content, .wp-block-post-content, .field--name-body, .field-name-body, .texte-article, [class*=article-texte], .texte.surlignable, #article-body, .content-body, .story-body, .rich-text, [data-type=article-body], .available-content .body";

    private const int LeastProse = 140;

    // A box may lie deep in boxes of its own, each for one part of a text.
    private const int MostLevels = 5;
    private const double LeastShare = 0.09;

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
        return Widened(best);
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
                * (1 - ProseMass.LinkShare(paragraph));
            scores[parent] = scores.GetValueOrDefault(parent) + score;
            if (parent.ParentElement is { } grand)
                scores[grand] = scores.GetValueOrDefault(grand) + (score / 2);
        }
        foreach (var element in scores.Keys.ToList())
            scores[element] *=
                (1 - ProseMass.LinkShare(element)) * (element.LocalName is "body" or "ul" or "ol" ? 0.6 : 1);
        return scores;
    }

    private static bool HoldsWords(IElement element) =>
        element.ChildNodes.OfType<IText>().Sum(text => text.Data.Trim().Length) >= 80;

    /// <summary>Where the prose is cut into several boxes, however deep, the box around all of them holds it.</summary>
    private static IElement Widened(IElement best)
    {
        var widest = best;
        var outer = best;
        for (var level = 0; level < MostLevels; level++)
        {
            var inner = outer;
            if (inner.ParentElement is not { LocalName: not "html" } next)
                break;
            outer = next;
            // The further out, the more there must be: what stands far from the text is rarely of it.
            var enough = ProseMass.Of(widest) * LeastShare * (level + 1);
            if (outer.Children.Any(child => child != inner && AroundText.IsProse(child, enough)))
                (widest, level) = (outer, -1);
        }
        return widest;
    }

    // A body cut by pictures or advertisements has several elements of one name; other articles have theirs too.
    private static IElement Widest(IElement named, IElement body)
    {
        var article = named.Closest("article") ?? body;
        var twins = article
            .QuerySelectorAll(named.LocalName)
            .Where(other =>
                other.ClassName == named.ClassName && (other.Closest("article") ?? body) == article && Prose(other) > 0
            )
            .ToList();
        var around = named;
        while (around != body && twins.Exists(twin => !around.Contains(twin)) && around.ParentElement is { } outer)
            around = outer;
        return around == body ? named : around;
    }

    private static int Prose(IElement element) =>
        element.QuerySelectorAll("p, li, blockquote").Sum(p => p.TextContent.Length) is > 0 and var prose
            ? prose
            : element.TextContent.Trim().Length / 2;
}
