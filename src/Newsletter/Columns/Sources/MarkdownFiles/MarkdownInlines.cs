using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>The words of one Markdown paragraph. Pictures among them are lifted out; tags of HTML become marks or go.</summary>
internal sealed class MarkdownInlines(MarkdownParts parts, List<Block> lifted)
{
    private readonly InlineList inlines = new();

    public static IReadOnlyList<Inline> Read(ContainerInline? content, MarkdownParts parts, List<Block> lifted)
    {
        var reader = new MarkdownInlines(parts, lifted);
        if (content is not null)
            reader.AddAll(content, depth: 0);
        return reader.inlines.Finish();
    }

    private void AddAll(ContainerInline container, int depth)
    {
        foreach (var inline in container)
            Add(inline, depth);
    }

    private void Add(Markdig.Syntax.Inlines.Inline inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                inlines.Add(CleanText.Of(literal.Content.ToString()));
                break;
            case CodeInline code:
                inlines.Add(new Inline.Code(CleanText.Of(code.Content)));
                break;
            case LineBreakInline { IsHard: true }:
                inlines.Add(new Inline.LineBreak());
                break;
            case LineBreakInline:
                inlines.Add(" ");
                break;
            case HtmlEntityInline entity:
                inlines.Add(CleanText.Of(entity.Transcoded.ToString()));
                break;
            case HtmlInline html:
                AddTag(html.Tag);
                break;
            case AutolinkInline link:
                AddAutolink(link);
                break;
            case FootnoteLink { IsBackLink: false } note:
                inlines.Add(new Inline.NoteReference(FootnoteLabel.Of(note.Footnote)));
                break;
            case FootnoteLink or TaskList:
                break;
            case ContainerInline container when depth >= MarkdownParts.Deepest:
                AddWordsOnly(container);
                break;
            case LinkInline { IsImage: true } image:
                AddPicture(image);
                break;
            case LinkInline link:
                AddLink(link, depth);
                break;
            case EmphasisInline emphasis:
                AddMarked(emphasis, depth);
                break;
            case ContainerInline container:
                AddAll(container, depth + 1);
                break;
            default:
                inlines.Add(CleanText.Of(inline.ToString() ?? ""));
                break;
        }
    }

    private void AddMarked(EmphasisInline emphasis, int depth)
    {
        var mark =
            emphasis.DelimiterChar is '~' ? InlineMark.Strikethrough
            : emphasis.DelimiterCount >= 2 ? InlineMark.Strong
            : InlineMark.Emphasis;
        inlines.Open(mark);
        AddAll(emphasis, depth + 1);
        inlines.Close(mark);
    }

    private void AddLink(LinkInline link, int depth)
    {
        var written = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        var address = WebAddress.Of(written, parts.Page);
        if (address is null)
            ReportLink(written);
        else
            inlines.Open(InlineMark.Link, address);
        var pictures = lifted.Count;
        AddAll(link, depth + 1);
        if (lifted.Count > pictures && address is not null)
            parts.Leftovers.Drop(address, "The link of a picture; the picture itself was kept.");
        if (link.FirstChild is null && address is not null)
            inlines.Add(address);
        if (address is not null)
            inlines.Close(InlineMark.Link);
        if (link.Title is { Length: > 0 } title)
            parts.Leftovers.Drop(CleanText.Of(title), "The title of a link: an email has no place for it.");
    }

    private void ReportLink(string written)
    {
        if (written.Length > 0)
            parts.Leftovers.Drop(
                CleanText.Of(written),
                WebAddress.IsDangerous(written)
                    ? "A link that would run a program; its words were kept."
                    : "A link that cannot be followed from an email (write the whole address, or the column's own as url: in the front matter); its words were kept."
            );
    }

    private void AddAutolink(AutolinkInline link)
    {
        var written = CleanText.Of(link.Url);
        if (WebAddress.Of(link.IsEmail ? $"mailto:{written}" : written) is { } address)
            inlines.Add(new Inline.Link(address, [new Inline.Text(written)]));
        else
            inlines.Add(written);
    }

    private void AddPicture(LinkInline image)
    {
        var alt = WordsOf(image);
        var title = CleanText.Of(image.Title ?? "");
        var written = image.GetDynamicUrl?.Invoke() ?? image.Url ?? "";
        if (PictureAddress.Of(written, parts.Page, alt) is not { } picture)
        {
            inlines.Add(alt);
            parts.Leftovers.Drop(
                $"{CleanText.Of(written)} {title}",
                "A picture without an address that can be used; its description was kept."
            );
            return;
        }
        IReadOnlyList<Inline> caption = title.Length > 0 ? [new Inline.Text(title)] : [];
        lifted.Add(new Block.Figure(picture, caption));
    }

    private void AddTag(string raw)
    {
        var tag = HtmlTag.Parse(raw);
        switch (HtmlNames.MeaningOf(tag?.Name ?? ""))
        {
            case HtmlMeaning.Mark when tag!.Closing:
                inlines.Close(HtmlNames.MarkOf(tag.Name));
                break;
            case HtmlMeaning.Mark:
                inlines.Open(HtmlNames.MarkOf(tag!.Name));
                break;
            case HtmlMeaning.LineBreak:
                inlines.Add(new Inline.LineBreak());
                break;
            case HtmlMeaning.Link when tag!.Closing:
                inlines.Close(InlineMark.Link);
                break;
            case HtmlMeaning.Link when WebAddress.Of(tag!["href"], parts.Page) is { } address:
                inlines.Open(InlineMark.Link, address);
                break;
            case HtmlMeaning.Picture
                when PictureAddress.Of(
                    tag!["src"],
                    parts.Page,
                    tag["alt"] ?? "",
                    tag.Pixels("width"),
                    tag.Pixels("height")
                )
                    is { } picture:
                lifted.Add(new Block.Figure(picture, []));
                break;
            case HtmlMeaning.Media when WebAddress.OfPage(tag!["src"], parts.Page) is { } address:
                lifted.Add(new Block.Embed(address, tag["title"], EmbedCard.ProviderOf(address)));
                break;
            default:
                if (tag is null or { Closing: false })
                    parts.Leftovers.Drop(
                        CleanText.Of(raw),
                        "A column has no place for this HTML tag; the words in it were kept."
                    );
                break;
        }
    }

    private void AddWordsOnly(ContainerInline container)
    {
        parts.Leftovers.Notice(
            $"Marks nested more than {MarkdownParts.Deepest} deep were left out; their words were kept."
        );
        inlines.Add(WordsOf(container));
    }

    // Descendants are walked without recursion, however deep.
    private static string WordsOf(ContainerInline container) =>
        CleanText.Of(
            string.Concat(
                container
                    .Descendants()
                    .Select(it =>
                        it switch
                        {
                            LiteralInline literal => literal.Content.ToString(),
                            CodeInline code => code.Content,
                            HtmlEntityInline entity => entity.Transcoded.ToString(),
                            AutolinkInline link => link.Url,
                            LineBreakInline => " ",
                            _ => "",
                        }
                    )
            )
        );
}
