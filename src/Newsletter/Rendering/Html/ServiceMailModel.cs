using Newsletter.Rendering.Preparing;
using Newsletter.Rendering.Templating;
using Scriban.Runtime;

namespace Newsletter.Rendering.Html;

/// <summary>All that the template of a service mail sees; see <c>templates/README.md</c>.</summary>
internal static class ServiceMailModel
{
    public static ScriptObject Of(PreparedServiceMail mail, Words words)
    {
        var model = PageModel.Of(
            mail.Publication,
            mail.PublicationTitle,
            mail.Subject,
            mail.Preheader,
            // Where the publication's language has no words, all but the sentence is English, and read as English.
            words.Language,
            words,
            ReaderInput.Marks
        );
        model["mail"] = new Model(
            "mail",
            ("title", mail.Title),
            ("before", new ScriptArray(mail.Before)),
            ("sentence", mail.Sentence),
            ("sentence_language", mail.Publication.Language),
            ("sentence_direction", Direction.Of(mail.Publication.Language)),
            ("action_url", mail.ActionUrl),
            ("after", new ScriptArray(mail.After)),
            ("can_leave", mail.CanLeave)
        );
        model["unsubscribe_url"] = Mark.UnsubscribeUrl;
        model["preferences_url"] = Mark.PreferencesUrl;
        return model;
    }
}
