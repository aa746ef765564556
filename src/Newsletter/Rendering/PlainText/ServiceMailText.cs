using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering.PlainText;

/// <summary>The text part of a service mail.</summary>
internal static class ServiceMailText
{
    public static string Of(PreparedServiceMail mail, Words words)
    {
        var page = new TextPage();
        page.Text(mail.PublicationTitle);
        page.Underlined(mail.Title, '=');
        foreach (var paragraph in mail.Before)
            page.Text(paragraph);
        if (mail.Sentence is not null)
        {
            page.Text(words["sentence"]);
            page.Within("> ", "> ", () => page.Follow(mail.Sentence));
        }

        if (mail.ActionUrl is not null)
        {
            page.Text(words["action"] + words["colon"]);
            page.Address(mail.ActionUrl);
        }

        foreach (var paragraph in mail.After)
            page.Text(paragraph);
        TextFooter.Write(page, mail.Publication, mail.PublicationTitle, words, mail.CanLeave, viewUrl: null);
        return page.ToString();
    }
}
