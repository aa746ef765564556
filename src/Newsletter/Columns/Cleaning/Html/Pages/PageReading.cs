using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>A page of the web as a column: what it says of itself is asked first, then what its reader sees.</summary>
internal static class PageReading
{
    private const int LongProse = 600;

    public static ColumnDraft Of(
        IHtmlDocument document,
        string name,
        Uri? from,
        ShortcodeNames shortcodes,
        Leftovers noticed
    )
    {
        var facts = new PageFacts(document);
        var context = new HtmlContext(BaseOf(document, facts, from), facts.Language, shortcodes);
        foreach (var notice in noticed.Notices)
            context.Leftovers.Notice(notice);
        // Sanitizing keeps the words of what it takes out, and data is no words.
        foreach (var script in document.QuerySelectorAll("script, style, template").ToList())
            script.Remove();
        HtmlTree.Sanitize(document, context.Leftovers);
        if (document.Body is not { } body)
            return Ending([], null, new PageHeader(), facts, name, context);
        var title = PageTitle.Of(body, facts);
        var bylines = PageBylines.Read(body, facts);
        var day = facts.Date ?? PageDate.Of(body);
        var standfirst = Standfirst.Find(body, facts);
        new PageFrame(context.Leftovers).TakeFrom(body);
        var main = MainContent.Of(body);
        var header = new PageHeader
        {
            Title = title,
            Authors = bylines,
            Date = day,
            Standfirst = standfirst,
        };
        TextBeside.MoveInto(main, body);
        PageFrame.ReportAround(main, body, context.Leftovers);
        new AroundText(context.Leftovers).TakeFrom(main);
        var lead = LeadPicture.Before(main, body);
        var blocks = BlocksOf(main, context).ToList();
        if (lead is not null && !blocks.Take(3).OfType<Block.Figure>().Any())
            blocks.InsertRange(0, new BlockWalk(context, linesMean: false).Read([lead]).OfType<Block.Figure>());
        header.ReadFirstLines(blocks);
        header.TakeRepeated(blocks, context.Leftovers);
        header.TakeSignature(blocks, context.Leftovers);
        return Ending(blocks, title, header, facts, name, context);
    }

    // A page shows the shortcodes of a plugin that its site has no more.
    private static IReadOnlyList<Block> BlocksOf(IElement main, HtmlContext context)
    {
        var reader = new HtmlReader(context);
        if (!main.TextContent.Contains('[', StringComparison.Ordinal))
            return reader.Tree(main);
        var html = main.InnerHtml;
        var expanded = HtmlShortcodes.Expand(html, context, reader);
        return expanded == html ? reader.Tree(main) : reader.Blocks(expanded);
    }

    private static ColumnDraft Ending(
        IReadOnlyList<Block> blocks,
        string? title,
        PageHeader header,
        PageFacts facts,
        string name,
        HtmlContext context
    ) =>
        DraftEnding.Of(
            title,
            header.Standfirst is { } words ? [new Inline.Text(words)] : [],
            header.Authors,
            new PieceEnding(context).Of(blocks, title),
            LanguageOf(facts.Language, blocks),
            header.Date,
            facts.Address,
            name,
            context.Leftovers
        );

    /// <summary>Themes say "en-US" of every page; where a long text is plainly in another language, the text is right.</summary>
    private static string? LanguageOf(string? said, IReadOnlyList<Block> blocks)
    {
        var prose = BlockText.Of(blocks);
        return prose.Length >= LongProse ? ProseLanguage.Of(prose) ?? said : said;
    }

    private static Uri? BaseOf(IHtmlDocument document, PageFacts facts, Uri? from)
    {
        var written = document.QuerySelector("base[href]")?.GetAttribute("href");
        var page = from?.AbsoluteUri ?? facts.Address;
        var address = WebAddress.OfPage(written, page) ?? page;
        return address is null ? null : new Uri(address);
    }
}
