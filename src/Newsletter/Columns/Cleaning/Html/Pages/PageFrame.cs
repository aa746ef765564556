using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>What stands around the column on its page: menus, banners, side columns, foot.</summary>
internal sealed partial class PageFrame(Leftovers leftovers)
{
    public void TakeFrom(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("header, footer, aside, nav, form, dialog, [role]").ToList())
            if (element.Parent is not null && WhyNot(element) is { } why && !HoldsColumn(element))
                Take(element, why);
        foreach (var header in body.QuerySelectorAll("article header, main header").ToList())
            if (header.Parent is not null && !HoldsColumn(header))
                TakeHeader(header);
        new HtmlFurniture(leftovers).TakeFrom(body);
    }

    /// <summary>What is left on the page beside its main content goes too, and is told in a few words each.</summary>
    public static void ReportAround(IElement main, IElement body, Leftovers leftovers)
    {
        for (var inner = main; inner != body && inner.ParentElement is { } outer; inner = outer)
            foreach (var beside in outer.Children)
                if (beside != inner)
                    leftovers.Drop(
                        OneSpace().Replace(beside.TextContent, " "),
                        "It stands beside the column on its page."
                    );
    }

    private static string? WhyNot(IElement element) =>
        element.GetAttribute("role") switch
        {
            "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "menu" or "menubar" =>
                FurnitureClasses.Menu,
            "dialog" or "alertdialog" => FurnitureClasses.Cookies,
            _ => element.LocalName switch
            {
                "nav" or "dialog" => FurnitureClasses.Menu,
                "header" or "footer" when element.Closest("article, main") is null => FurnitureClasses.Menu,
                "footer"
                    when element.QuerySelectorAll("p").Length <= 2
                        && element.Closest("blockquote") is null
                        && element.QuerySelector("[id]") is null => FurnitureClasses.About,
                "aside" when !HtmlQuoteNames.IsPull(element) => FurnitureClasses.Related,
                "form" when element.TextContent.Length < 1500 => FurnitureClasses.SignUp,
                _ => null,
            },
        };

    private static bool HoldsColumn(IElement element) =>
        element.QuerySelector("article, main, [itemprop=articleBody]") is not null
        || element.QuerySelectorAll("p").Sum(p => p.TextContent.Length) > 1500;

    /// <summary>Title, authors and date were read; its picture is the column's.</summary>
    private void TakeHeader(IElement header)
    {
        foreach (var figure in header.QuerySelectorAll("figure").ToList())
            header.Before(figure);
        Take(header, "It stands in the head of the column already.");
    }

    private void Take(IElement element, string why)
    {
        leftovers.Drop(OneSpace().Replace(element.TextContent, " "), why);
        element.Remove();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneSpace();
}
