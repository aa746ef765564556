using Newsletter.Columns;
using Newsletter.Rendering.Preparing;
using Newsletter.Rendering.Templating;
using Scriban.Runtime;

namespace Newsletter.Rendering.Html;

/// <summary>All that a template sees. <c>templates/README.md</c> describes it member by member; change both together.</summary>
internal static class IssueModel
{
    // In one row on a phone.
    private const int MostPortraits = 4;

    public static ScriptObject Of(PreparedIssue issue, Words words)
    {
        var palette = Palette.Of(issue.Publication.Theme);
        var blocks = new BlockModels(new InlineHtml(palette, words));
        var inlines = new InlineHtml(palette, words);
        return new ScriptObject
        {
            ["subject"] = issue.Subject,
            ["preheader"] = issue.Preheader,
            ["language"] = issue.Publication.Language,
            ["direction"] = Direction.Of(issue.Publication.Language),
            ["start_side"] = Direction.StartOf(issue.Publication.Language),
            ["end_side"] = Direction.EndOf(issue.Publication.Language),
            ["publication"] = Publication(issue.Publication, issue.PublicationTitle),
            ["issue"] = new Model("issue", ("number", issue.Number), ("date", issue.Date), ("view_url", issue.ViewUrl)),
            ["columns"] = new ScriptArray(
                issue.Columns.Select(column => Column(column, issue, words, blocks, inlines))
            ),
            ["colors"] = palette.ToModel(),
            ["words"] = new Model("words", [.. words.All.Select(word => (word.Key, (object?)word.Value))]),
            ["unsubscribe_url"] = Mark.UnsubscribeUrl,
            ["reader"] = new Model("reader", ("name", Mark.ReaderName), ("address", Mark.ReaderAddress)),
        };
    }

    private static Model Publication(PublicationInput publication, string title) =>
        new(
            "publication",
            ("title", title),
            ("sender", CleanText.OneLine(publication.SenderName)),
            ("postal_address", new ScriptArray(PostalLines.Of(publication)))
        );

    private static Model Column(
        PreparedColumn column,
        PreparedIssue issue,
        Words words,
        BlockModels blocks,
        InlineHtml inlines
    ) =>
        new(
            "column",
            ("id", column.Id),
            ("title", column.Title),
            ("standfirst", column.Standfirst.Count == 0 ? null : inlines.Of(column.Standfirst)),
            ("byline", Bylines.Names(column, words)),
            ("roles", Bylines.Roles(column)),
            ("authors", new ScriptArray(column.Authors.Select(Author))),
            ("portraits", Portraits(column)),
            ("date", column.Date),
            ("blocks", blocks.Of(column.Blocks)),
            ("language", column.Language),
            ("direction", Direction.Of(column.Language)),
            ("start_side", Direction.StartOf(column.Language)),
            ("end_side", Direction.EndOf(column.Language)),
            ("is_foreign", column.Language != issue.Publication.Language),
            ("is_lead", column.IsLead),
            ("is_cut", column.IsCut),
            ("read_on_url", column.ReadOn)
        );

    private static ScriptArray? Portraits(PreparedColumn column)
    {
        var portraits = column.Authors.Select(author => author.Portrait).OfType<Picture>().ToList();
        return portraits.Count == 0
            ? null
            : new ScriptArray(portraits.Take(MostPortraits).Select(portrait => portrait.Address));
    }

    private static Model Author(Byline author) => new("author", ("name", author.Name), ("role", author.Role));
}
