using Newsletter.Rendering.Html;
using Newsletter.Rendering.Templating;

namespace Newsletter.Rendering;

/// <summary>Renders one approved issue for one reader after another. Safe to use from several threads.</summary>
internal sealed class ReaderRenderer
{
    private readonly FrozenTemplate template;
    private readonly FrozenFiles files;
    private readonly Words words;

    public ReaderRenderer(FrozenTemplate template)
    {
        this.template = template;
        files = new FrozenFiles(template.Parts);
        words = Words.Of(template.Language, template.Words);
    }

    /// <exception cref="Refusal">The template is wrong for this reader.</exception>
    public string Html(ReaderInput reader) =>
        new TemplateParts(files, TemplateFolder.IssueEntry).Render(IssueModel.Of(template.Issue, words, reader));
}
