using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Newsletter.Columns.Cleaning.Html.Pages;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>HTML of an item or of a page, as blocks. Pure: no network, no clock.</summary>
internal static class HtmlColumn
{
    /// <summary>
    /// Reads a piece of HTML: the content of a feed's item, or a post of WordPress as it is shown or as it is stored,
    /// with its blocks' comments, blank lines for paragraphs, and shortcodes.
    /// </summary>
    public static HtmlContent Read(string html, HtmlOrigin from)
    {
        try
        {
            return Whole(html, from);
        }
        catch (RegexMatchTimeoutException cause)
        {
            throw new Refusal(
                $"The HTML of \"{from.Title ?? from.Base?.AbsoluteUri}\" takes too long to read: it holds text made to be slow. Shorten it at its source.",
                cause
            );
        }
    }

    /// <summary>Reads a whole page of the web: its title, authors, date, language and address, and its main content.</summary>
    /// <exception cref="RegexMatchTimeoutException">The text was made to be slow.</exception>
    /// <param name="name">The file's name, for sentences and, at worst, for a title.</param>
    /// <param name="from">Where it was fetched; null for a file.</param>
    public static HtmlPage ReadPage(string html, string name, ShortcodeNames shortcodes, Uri? from = null)
    {
        var leftovers = new Leftovers();
        var bounded = MarkupLimits.Within(CleanText.Of(html, leftovers), leftovers);
        IHtmlDocument document = HtmlTree.Parse(bounded);
        return new HtmlPage(PageReading.Of(document, name, from, shortcodes, leftovers));
    }

    private static HtmlContent Whole(string html, HtmlOrigin from)
    {
        var context = new HtmlContext(from.Base, from.Language, from.Shortcodes) { Attachments = from.Attachments };
        var bounded = MarkupLimits.Within(CleanText.Of(html, context.Leftovers), context.Leftovers);
        var blocks = new HtmlReader(context).Piece(bounded);
        var whole = new PieceEnding(context).Of(blocks, from.Title);
        return new HtmlContent(whole, context.Leftovers.Dropped, context.Leftovers.Notices);
    }
}
