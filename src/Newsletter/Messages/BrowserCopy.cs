namespace Newsletter.Messages;

/// <summary>An issue as everybody sees it in the browser: its bundle, with defaults in place of marks.</summary>
internal static class BrowserCopy
{
    /// <param name="unsubscribePage">Where someone without a link of their own can leave.</param>
    public static string Html(BundleContent content, string unsubscribePage) =>
        MarkFilling.Parse(content.WebHtml ?? content.Html).InHtml(ReaderValues.Nobody(unsubscribePage));
}
