using Newsletter.Columns;
using Newsletter.Rendering.Preparing;
using Newsletter.Rendering.Templating;
using Scriban.Runtime;

namespace Newsletter.Rendering.Html;

/// <summary>All that the template of an issue sees. <c>templates/README.md</c> describes it member by member; change both together.</summary>
internal static class IssueModel
{
    // In one row on a phone.
    private const int MostPortraits = 4;

    public static ScriptObject Of(PreparedIssue issue, Words words, ReaderInput reader)
    {
        var palette = Palette.Of(issue.Publication.Theme);
        var model = PageModel.Of(
            issue.Publication,
            issue.PublicationTitle,
            issue.Subject,
            issue.Preheader,
            issue.Publication.Language,
            words,
            reader
        );
        model["issue"] = Issue(issue);
        model["columns"] = new ScriptArray(
            issue.Columns.Select(column =>
                Column(column, issue, words, new InlineHtml(palette, words, column.Language))
            )
        );
        model["unsubscribe_url"] = reader.UnsubscribeUrl;
        model["preferences_url"] = reader.PreferencesUrl;
        return model;
    }

    private static Model Issue(PreparedIssue issue) =>
        new(
            "issue",
            ("number", issue.Number),
            ("date", issue.Date),
            ("view_url", issue.ViewUrl),
            (
                "corrects",
                issue.Corrects is { } corrects
                    ? new Model(
                        "corrects",
                        ("number", corrects.Number),
                        ("date", corrects.Date),
                        ("view_url", corrects.ViewUrl)
                    )
                    : null
            )
        );

    private static Model Column(PreparedColumn column, PreparedIssue issue, Words words, InlineHtml inlines) =>
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
            ("blocks", new BlockModels(inlines, issue.Publication.Theme.Width).Of(column.Blocks)),
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
