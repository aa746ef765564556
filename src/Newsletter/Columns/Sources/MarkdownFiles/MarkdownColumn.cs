using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.CopiedPages;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>Reads Markdown (CommonMark, pipe tables, footnotes, task lists) with front matter as a column.</summary>
internal static class MarkdownColumn
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAlertBlocks()
        .UseAutoLinks()
        .UseCustomContainers()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UsePipeTables()
        .UseTaskLists()
        .Build();

    public static ColumnDraft Read(string text, string name, ShortcodeNames shortcodes)
    {
        var leftovers = new Leftovers();
        var (front, body) = FrontMatter.Split(CleanText.Of(text, leftovers), name, leftovers);
        var address = front.TakeText("url", "link", "canonical", "canonical_url", "lien", "adresse", "permalink");
        var page = WebAddress.OfPage(address);
        if (page is null && address is not null)
            leftovers.Drop(address, "The column's own address is no http or https address.");
        var limited = NestingLimit.Apply(MarkdownShortcodes.Of(shortcodes).ToContainers(body, leftovers), leftovers);
        return Parse(limited) is { } document
            ? Draft(front, document, new MarkdownParts(page, shortcodes, leftovers), name)
            : AsPage(front, limited, page, name, leftovers);
    }

    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to text that nests more than 128 deep; it has no other sign for it.
            return null;
        }
    }

    private static ColumnDraft Draft(FrontMatter front, MarkdownDocument document, MarkdownParts parts, string name)
    {
        var (page, _, leftovers) = parts;
        var lead = new List<Block>();
        var title = front.TakeText("title", "titre");
        var body = document.ToList();
        if (body.Find(block => block is HeadingBlock { Level: 1 }) is HeadingBlock first)
        {
            var words = BlockText
                .Of(MarkdownInlines.Read(first.Inline, parts with { Leftovers = new Leftovers() }, []))
                .Replace('\n', ' ');
            if (words.Length > 0 && (title is null || title == words))
            {
                // Read again so that what it holds beside words is lifted and reported.
                MarkdownInlines.Read(first.Inline, parts, lead);
                title = words;
                body.Remove(first);
            }
        }
        List<Block> blocks =
        [
            .. LeadFigure(front, page, leftovers),
            .. lead,
            .. new MarkdownBlocks(parts).Read(body, Shift(body)),
        ];
        return Finish(front, title, blocks, page, name, leftovers);
    }

    private static ColumnDraft AsPage(FrontMatter front, string text, string? page, string name, Leftovers leftovers)
    {
        leftovers.Notice("The Markdown nests too deep to be read as Markdown; it was read as plain text.");
        List<Block> blocks = [.. LeadFigure(front, page, leftovers), .. CopiedPage.ReadBlocks(text, leftovers, page)];
        return Finish(front, front.TakeText("title", "titre"), blocks, page, name, leftovers);
    }

    private static ColumnDraft Finish(
        FrontMatter front,
        string? title,
        List<Block> blocks,
        string? page,
        string name,
        Leftovers leftovers
    )
    {
        var authors = FrontAuthors.Read(front, page, leftovers);
        var date = FrontDate.Read(
            front.TakeText("date", "published", "publié", "publie", "date_published", "pubdate"),
            leftovers
        );
        var language = front.TakeText("language", "lang", "langue", "locale");
        var standfirst = front.TakeText(
            "standfirst",
            "chapo",
            "chapô",
            "excerpt",
            "extrait",
            "description",
            "summary",
            "résumé",
            "resume",
            "subtitle",
            "sous_titre"
        );
        front.ReportRest(leftovers);
        return DraftEnding.Of(
            title,
            standfirst is null ? [] : StandfirstOf(standfirst, page, leftovers),
            authors,
            blocks,
            LanguageOf(language, leftovers),
            date,
            page,
            name,
            leftovers
        );
    }

    // A standfirst may hold marks of Markdown too; one that is no paragraph is taken as it stands.
    private static IReadOnlyList<Inline> StandfirstOf(string text, string? page, Leftovers leftovers) =>
        Parse(text) is [ParagraphBlock paragraph]
            ? MarkdownInlines.Read(paragraph.Inline, new MarkdownParts(page, ShortcodeNames.Usual, leftovers), [])
            : [new Inline.Text(text.ReplaceLineEndings(" "))];

    private static string? LanguageOf(string? written, Leftovers leftovers)
    {
        if (written is null)
            return null;
        var code = written.Split('-', '_')[0].ToLowerInvariant();
        if (code is [>= 'a' and <= 'z', >= 'a' and <= 'z'])
            return code;
        leftovers.Drop(written, "This names no language; write its two letters, as in \"fr\".");
        return null;
    }

    private static List<Block> LeadFigure(FrontMatter front, string? page, Leftovers leftovers)
    {
        var written = front.TakeText("image", "cover", "featured_image", "image_url", "thumbnail", "hero");
        var alt = front.TakeText("image_alt", "alt", "cover_alt") ?? "";
        var caption = front.TakeText("image_caption", "caption", "légende", "legende");
        if (written is null)
            return [];
        if (PictureAddress.Of(written, page, alt) is { } picture)
            return [new Block.Figure(picture, caption is null ? [] : [new Inline.Text(caption)])];
        leftovers.Drop(written, "The picture's address cannot be used.");
        return [];
    }

    private static int Shift(List<Markdig.Syntax.Block> body)
    {
        var levels = body.SelectMany(Headings).Select(heading => heading.Level).ToList();
        return levels.Count == 0 ? 0 : 2 - levels.Min();
    }

    private static IEnumerable<HeadingBlock> Headings(Markdig.Syntax.Block block) =>
        block is HeadingBlock heading ? [heading]
        : block is ContainerBlock container ? container.SelectMany(Headings)
        : [];
}
