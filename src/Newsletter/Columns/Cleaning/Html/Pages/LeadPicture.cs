using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The picture between title and text, where the main content begins below it.</summary>
internal static class LeadPicture
{
    public static IElement? Before(IElement main, IElement body)
    {
        var article = main.Closest("article, main, [itemtype*=Article]") ?? body;
        if (article == main)
            return null;
        var pictures = article
            .QuerySelectorAll(
                "figure, .wp-post-image, .post-thumbnail img, .featured-image img, [class*=field-image] img, [class*=featured-image] img, .spip_logo"
            )
            .Where(picture =>
                !main.Contains(picture) && picture.CompareDocumentPosition(main).HasFlag(DocumentPositions.Following)
            )
            .Where(picture => picture.LocalName is "img" || picture.QuerySelectorAll("img, amp-img").Length == 1)
            .ToList();
        return pictures.Count is 1 or 2 ? pictures[0] : null;
    }
}
