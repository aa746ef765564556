using Newsletter.Columns;
using Newsletter.Rendering.Templating;
using Scriban.Runtime;

namespace Newsletter.Rendering.Html;

/// <summary>Blocks as a template sees them: <c>kind</c> names the part that shows them.</summary>
/// <param name="inlines">Writes runs of text.</param>
/// <param name="width">Of the column, in pixels.</param>
internal sealed class BlockModels(InlineHtml inlines, int width)
{
    /// <summary>What <c>block.kind</c> can be: the names of the parts that show blocks.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "code",
        "embed",
        "figure",
        "heading",
        "list",
        "note",
        "paragraph",
        "pull-quote",
        "quote",
        "separator",
        "table",
    ];

    /// <summary>From the fourth level on a list may only move by little, or a phone has no room for its words.</summary>
    private static readonly int[] s_indents = [24, 24, 20, 14, 10, 6];

    public ScriptArray Of(IReadOnlyList<Block> blocks) => Each(blocks, depth: 0);

    private ScriptArray Each(IEnumerable<Block> blocks, int depth)
    {
        var models = new ScriptArray();
        var isAfterNote = false;
        foreach (var block in blocks)
        {
            models.Add(One(block, depth, isAfterNote));
            isAfterNote = block is Block.Note;
        }
        models.IsReadOnly = true;
        return models;
    }

    private Model One(Block block, int depth, bool isAfterNote) =>
        block switch
        {
            Block.Paragraph(var content) => new(
                "paragraph",
                ("kind", "paragraph"),
                ("html", inlines.Of(content)),
                ("is_nested", depth > 0)
            ),
            Block.Heading(var level, var content) => new(
                "heading",
                ("kind", "heading"),
                ("level", level),
                ("html", inlines.Of(content))
            ),
            Block.PullQuote(var content, var by) => new(
                "pull-quote",
                ("kind", "pull-quote"),
                ("html", inlines.Of(content)),
                ("attribution", by)
            ),
            Block.Quotation(var content, var by) => new(
                "quote",
                ("kind", "quote"),
                ("blocks", Each(content, depth + 1)),
                ("attribution", by),
                ("indent", Indent(depth))
            ),
            Block.Figure(var picture, var caption) => PictureModel.Of(picture, Html(caption), width),
            Block.BulletedOrNumbered list => new(
                "list",
                ("kind", "list"),
                ("is_numbered", list.Numbered),
                ("start", list.Start),
                ("items", Items(list.Items, depth)),
                ("indent", Indent(depth)),
                ("is_nested", depth > 0)
            ),
            Block.Table table => TableModel.Of(table, inlines),
            Block.Note(var label, var content) => Note(label, content, depth, isFirst: !isAfterNote),
            Block.Embed(var address, var title, var provider) => new(
                "embed",
                ("kind", "embed"),
                ("address", address),
                ("title", title),
                ("provider", provider)
            ),
            Block.CodeListing(var code, var language) => new(
                "code",
                ("kind", "code"),
                ("code", code),
                ("language", language)
            ),
            _ => new("separator", ("kind", "separator")),
        };

    private Model Note(string label, IReadOnlyList<Block> content, int depth, bool isFirst)
    {
        var first = content[0] as Block.Paragraph;
        return new Model(
            "note",
            ("kind", "note"),
            ("label", label),
            ("html", first is null ? null : inlines.Of(first.Content)),
            ("blocks", Each(first is null ? content : content.Skip(1), depth + 1)),
            ("is_first", isFirst)
        );
    }

    private ScriptArray Items(IReadOnlyList<ListItem> items, int depth)
    {
        var models = new ScriptArray();
        foreach (var item in items)
        {
            var first = item.Content[0] as Block.Paragraph;
            models.Add(
                new Model(
                    "item",
                    ("html", first is null ? null : inlines.Of(first.Content)),
                    ("blocks", Each(first is null ? item.Content : item.Content.Skip(1), depth + 1)),
                    ("is_task", item.Done is not null),
                    ("is_done", item.Done is true)
                )
            );
        }
        return models;
    }

    private SafeHtml? Html(IReadOnlyList<Inline> content) => content.Count == 0 ? null : inlines.Of(content);

    private static int Indent(int depth) => depth < s_indents.Length ? s_indents[depth] : s_indents[^1];
}
