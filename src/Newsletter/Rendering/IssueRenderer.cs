using Newsletter.Rendering.Html;
using Newsletter.Rendering.PlainText;
using Newsletter.Rendering.Preparing;
using Newsletter.Rendering.Templating;

namespace Newsletter.Rendering;

/// <summary>
/// Renders an issue once for all its readers, marks left in place. Equal input and equal template files give equal
/// bytes: no clock, no chance, no network.
/// </summary>
internal sealed class IssueRenderer(TemplateFolder templates)
{
    /// <summary>The message: shortened where it would be longer than mail clients show.</summary>
    /// <exception cref="Refusal">The template, the theme or the publication's settings are wrong, or nothing fits.</exception>
    public RenderedIssue Render(RenderInput input) => Rendered(input, isForWeb: false);

    /// <summary>The same issue for the web, where nothing clips it.</summary>
    /// <exception cref="Refusal">The template, the theme or the publication's settings are wrong.</exception>
    public RenderedIssue RenderInFull(RenderInput input) => Rendered(input, isForWeb: true);

    private RenderedIssue Rendered(RenderInput input, bool isForWeb)
    {
        var parts = templates.Named(input.Template);
        var words = templates.WordsOf(input.Template, input.Publication.Language);
        var shape = templates.ShapeOf(input.Template).With(input.Lead, input.Others);
        var whole = PreparedIssue.Of(input, shape);
        var asked = isForWeb ? whole : whole.Shaped(shape);
        var (issue, html) = Fitting.Find(
            asked,
            candidate => Html(parts, candidate, words, ReaderInput.Marks),
            isForWeb ? static _ => true : MailSize.Fits
        );
        FrozenTemplate? byReader = null;
        if (parts.DecidesByReader)
        {
            byReader = new(templates.Sources(input.Template), words.Language, words.All.ToDictionary(), issue);
            html = Html(parts, issue, words, ReaderInput.Unnamed);
        }

        return new RenderedIssue(
            issue.Subject,
            issue.Preheader,
            html,
            TextPart.Of(issue, words),
            byReader,
            issue.Columns.Any(column => column.IsCut),
            [.. Notices.Of(whole, asked, issue)]
        )
        {
            Excerpts = [.. Notices.OfShape(whole, asked, issue)],
        };
    }

    private static string Html(TemplateParts parts, PreparedIssue issue, Words words, ReaderInput reader) =>
        parts.Render(IssueModel.Of(issue, words, reader));
}
