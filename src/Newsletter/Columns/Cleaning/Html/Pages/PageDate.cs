using AngleSharp.Dom;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The day that the page shows its readers, where its head says none.</summary>
internal static class PageDate
{
    private const string Places =
        "[itemprop=datePublished], time[pubdate], article time, main time, .published, .entry-date, .post-date, .date-publication, .publication-date, .info-publi, .submitted, [class*=publish], [class*=date], time";

    public static DateOnly? Of(IElement body)
    {
        foreach (var place in body.QuerySelectorAll(Places).Take(40))
        {
            if (
                (place.GetAttribute("datetime") ?? place.GetAttribute("content")) is { } exact
                && PageFacts.DayOf(exact) is { } day
            )
                return day;
            var text = CleanText.Of(place.TextContent).Replace('\n', ' ').Trim();
            if (text.Length is > 5 and < 120 && DateLine.Read(text) is { } line)
                return line.Date;
        }
        return null;
    }
}
