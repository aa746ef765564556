namespace Newsletter.Rendering.PlainText;

/// <summary>The end of every text part: why it came, how to leave and to choose, who sent it.</summary>
internal static class TextFooter
{
    /// <param name="viewUrl">Where the mail stands in the browser; null where it does not.</param>
    public static void Write(
        TextPage page,
        PublicationInput publication,
        string title,
        Words words,
        bool canLeave,
        string? viewUrl
    )
    {
        page.Line(new string('-', 40));
        page.Text(words.Fill("why", title));
        if (canLeave)
        {
            page.Text(words["unsubscribe"] + words["colon"]);
            page.Address(Mark.UnsubscribeUrl);
            page.Text(words["preferences"] + words["colon"]);
            page.Address(Mark.PreferencesUrl);
        }

        if (viewUrl is not null)
        {
            page.Text(words["view_in_browser"] + words["colon"]);
            page.Address(viewUrl);
        }

        page.Text(words.Fill("sent_by", PublicationNames.Sender(publication)));
        foreach (var line in PostalLines.Of(publication))
            page.Follow(line);
    }
}
