using Markdig.Extensions.Alerts;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.CopiedPages;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>Markdown's blocks as a column's.</summary>
internal sealed class MarkdownBlocks(MarkdownParts parts)
{
    /// <param name="headingShift">Added to each heading's level, so that the highest in the body is 2.</param>
    public IReadOnlyList<Block> Read(IEnumerable<Markdig.Syntax.Block> source, int headingShift)
    {
        var blocks = new List<Block>();
        foreach (var block in source)
            Add(blocks, block, headingShift);
        return blocks;
    }

    private void Add(List<Block> blocks, Markdig.Syntax.Block block, int shift)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddWords(
                    blocks,
                    heading.Inline,
                    words => new Block.Heading(Math.Clamp(heading.Level + shift, 2, 6), words)
                );
                break;
            case ParagraphBlock paragraph when LoneAddress(paragraph.Inline) is { } address:
                blocks.Add(EmbedCard.Of(address));
                break;
            case ParagraphBlock paragraph:
                AddWords(blocks, paragraph.Inline, words => new Block.Paragraph(words));
                break;
            case AlertBlock alert:
                blocks.AddRange(
                    Named(CleanText.Of(alert.Kind.ToString()), author: null, Read(alert, shift), isAlert: true)
                );
                break;
            case QuoteBlock quote when Read(quote, shift) is { Count: > 0 } content:
                blocks.Add(QuotedWords.Quotation(content));
                break;
            case ListBlock list:
                blocks.Add(List(list, shift));
                break;
            case HtmlBlock html:
                AddHtml(blocks, CleanText.Of(html.Lines.ToString()));
                break;
            case CodeBlock code:
                blocks.Add(Listing(code));
                break;
            case ThematicBreakBlock:
                blocks.Add(new Block.Separator());
                break;
            case Markdig.Extensions.Tables.Table table:
                blocks.Add(MarkdownTable.Read(table, parts, blocks));
                break;
            case CustomContainer container:
                blocks.AddRange(
                    Named(
                        CleanText.Of(container.Info ?? ""),
                        CleanText.Of(container.Arguments ?? ""),
                        Read(container, shift),
                        isAlert: false
                    )
                );
                break;
            case Footnote note:
                blocks.Add(new Block.Note(FootnoteLabel.Of(note), Read(note, shift)));
                break;
            case LinkReferenceDefinitionGroup definitions:
                AddUnusedNotes(blocks, definitions, shift);
                break;
            case ContainerBlock container:
                blocks.AddRange(Read(container, shift));
                break;
        }
    }

    private void AddWords(List<Block> blocks, ContainerInline? content, Func<IReadOnlyList<Inline>, Block> make)
    {
        var lifted = new List<Block>();
        var words = MarkdownInlines.Read(content, parts, lifted);
        if (words.Count > 0)
            blocks.Add(make(words));
        if (words.Count > 0 && lifted.Count > 0)
            parts.Leftovers.Notice("A picture that stood among the words of a paragraph was set after it.");
        blocks.AddRange(lifted);
    }

    private static string? LoneAddress(ContainerInline? content) =>
        content is { FirstChild: LinkInline { IsAutoLink: true } link } && link.NextSibling is null
            ? WebAddress.OfPage(link.Url)
        : content is { FirstChild: AutolinkInline { IsEmail: false } auto } && auto.NextSibling is null
            ? WebAddress.OfPage(auto.Url)
        : null;

    private Block.BulletedOrNumbered List(ListBlock list, int shift)
    {
        var start = int.TryParse(list.OrderedStart, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
        var items = list.OfType<ListItemBlock>().Select(item => new ListItem(Read(item, shift), Done(item))).ToList();
        return new Block.BulletedOrNumbered(list.IsOrdered, start, items);
    }

    private static bool? Done(ListItemBlock item) =>
        item is [ParagraphBlock { Inline.FirstChild: TaskList task }, ..] ? task.Checked : null;

    private static Block.CodeListing Listing(CodeBlock code)
    {
        var info = (code as FencedCodeBlock)?.Info;
        return new Block.CodeListing(
            CleanText.Of(code.Lines.ToString()),
            string.IsNullOrEmpty(info) ? null : CleanText.Of(info)
        );
    }

    private IEnumerable<Block> Named(string kind, string? author, IReadOnlyList<Block> content, bool isAlert)
    {
        switch (parts.Shortcodes.KindOf(kind))
        {
            case ShortcodeKind.PullQuote when content.Count > 0:
                var (words, others) = QuotedWords.Of(content);
                var (text, attribution) = QuotedWords.WithAttribution(words);
                return
                [
                    new Block.PullQuote(text, string.IsNullOrWhiteSpace(author) ? attribution : author.Trim()),
                    .. others,
                ];
            case ShortcodeKind.Quotation when content.Count > 0:
                return [QuotedWords.Quotation(content, string.IsNullOrWhiteSpace(author) ? null : author.Trim())];
            case ShortcodeKind.Drop when !isAlert:
                parts.Leftovers.Drop($"::: {kind} {BlockText.Of(content)}", ShortcodeMeaning.ToldToLeaveOut);
                return [];
            case ShortcodeKind.Box when !isAlert && parts.Shortcodes.IsOwn(kind):
                return content;
            default:
                if (isAlert)
                    return
                    [
                        new Block.Quotation([
                            new Block.Paragraph([new Inline.Strong([new Inline.Text(kind)])]),
                            .. content,
                        ]),
                    ];
                parts.Leftovers.Drop(
                    $"::: {kind} {author}",
                    "A container that a column has no place for; its words were kept."
                );
                return content;
        }
    }

    private void AddHtml(List<Block> blocks, string html)
    {
        var flat = CopiedPage.ReadBlocks(html, parts.Leftovers, parts.Page);
        if (!string.IsNullOrWhiteSpace(html))
            parts.Leftovers.Notice("HTML in the Markdown was read as what it stands for.");
        blocks.AddRange(flat);
    }

    private void AddUnusedNotes(List<Block> blocks, LinkReferenceDefinitionGroup definitions, int shift)
    {
        foreach (var definition in definitions.OfType<FootnoteLinkReferenceDefinition>())
            if (definition.Footnote is { Order: < 0 } note && Read(note, shift) is { Count: > 0 } content)
            {
                parts.Leftovers.Notice($"Nothing in the text refers to the note {FootnoteLabel.Of(note)}.");
                blocks.Add(new Block.Note(FootnoteLabel.Of(note), content));
            }
    }
}
