using Newsletter.Rendering.Html;
using Newsletter.Rendering.PlainText;
using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering;

/// <summary>Renders the mails that are no issue. Pure, like <see cref="IssueRenderer"/>.</summary>
internal sealed class ServiceMailRenderer(TemplateFolder templates)
{
    /// <exception cref="Refusal">The template, its words or the theme are wrong.</exception>
    public RenderedServiceMail Render(ServiceMailInput input)
    {
        var parts = templates.OfServiceMail(input.Kind);
        var words = templates.WordsOf(input.Kind, input.Publication.Language);
        var mail = PreparedServiceMail.Of(input, words);
        var html = parts.Render(ServiceMailModel.Of(mail, words));
        if (parts.DecidesByReader)
            throw new Refusal(
                $"The template {TemplateFolder.NameOf(input.Kind)} decides by reader, which only an issue's may; let it write the reader's values, or {{{{ reader.name | object.default \"…\" }}}}."
            );
        return new RenderedServiceMail(
            mail.Subject,
            mail.Preheader,
            html,
            ServiceMailText.Of(mail, words),
            mail.CanLeave
        )
        {
            Language = words.Language,
        };
    }
}
