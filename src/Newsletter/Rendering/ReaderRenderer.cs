using System.Text;
using Newsletter.Rendering.Html;
using Newsletter.Rendering.Preparing;
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

    /// <exception cref="Refusal">
    /// For this reader the template is wrong, leaves no link to unsubscribe, or writes more than mail clients show:
    /// the approval could not see it.
    /// </exception>
    public string Html(ReaderInput reader)
    {
        var html = new TemplateParts(files, TemplateFolder.IssueEntry).Render(
            IssueModel.Of(template.Issue, words, reader)
        );
        if (!html.Contains(HtmlText.Escape(reader.UnsubscribeUrl), StringComparison.Ordinal))
            throw new Refusal("The template leaves this reader without a link to unsubscribe; see what it decides by.");
        var bytes = Encoding.UTF8.GetByteCount(html);
        return bytes < MailSize.Clip
            ? html
            : throw new Refusal(
                $"The template writes {bytes} bytes for this reader, and mail clients show {MailSize.Clip}; see what it decides by."
            );
    }
}
