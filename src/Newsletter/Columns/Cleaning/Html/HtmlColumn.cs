using AngleSharp.Html.Parser;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>HTML of an item or page to blocks. Pure: no network, no clock.</summary>
internal static class HtmlColumn
{
    /// <summary>A fragment: what a feed or WordPress holds as an item's content.</summary>
    public static HtmlContent Read(string html, HtmlOrigin from)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var flow = new HtmlFlow(from);
        flow.Children(document.Body!, 0);
        return flow.Content();
    }

    /// <summary>A whole page of the web.</summary>
    public static HtmlPage ReadPage(string html, string name)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var address = WebAddress.OfPage(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        var title = CleanText.Of(document.QuerySelector("h1")?.TextContent ?? document.Title ?? "").Trim();
        var language = document.DocumentElement.GetAttribute("lang")?.Split('-', '_')[0].ToLowerInvariant();
        var main = document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.Body!;
        var from = new HtmlOrigin(address is null ? null : new Uri(address), language, title);
        var flow = new HtmlFlow(from);
        flow.Children(main, 0);
        var content = flow.Content();
        return new HtmlPage(
            new ColumnDraft(
                title.Length > 0 ? title : name,
                [],
                [],
                content.Blocks,
                language is { Length: 2 } ? language : null,
                null,
                address,
                content.Dropped,
                content.Notices
            )
        );
    }
}
