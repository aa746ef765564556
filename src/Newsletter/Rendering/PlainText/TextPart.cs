using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering.PlainText;

/// <summary>The issue for readers, and machines, that show no HTML: made from the blocks, not from the HTML.</summary>
internal static class TextPart
{
    public static string Of(PreparedIssue issue, Words words)
    {
        var page = new TextPage();
        Masthead(issue, words, page);
        if (issue.Corrects is { } corrects)
            page.Text(words.Fill("corrects", corrects.Number.ToString(Numbers.Plain), corrects.Date));
        foreach (var (place, column) in issue.Columns.Index())
        {
            if (place > 0)
                page.Line(new string('=', 40));
            Column(column, words, page);
        }
        if (issue.Corrects is not null)
        {
            page.Text(words["corrected"] + words["colon"]);
            page.Address(issue.Corrects.ViewUrl);
        }
        Footer(issue, words, page);
        return page.ToString();
    }

    private static void Masthead(PreparedIssue issue, Words words, TextPage page)
    {
        page.Text(issue.PublicationTitle);
        page.Follow(
            issue.Number > 0 ? words.Fill("issue_line", issue.Number.ToString(Numbers.Plain), issue.Date) : issue.Date
        );
    }

    private static void Column(PreparedColumn column, Words words, TextPage page)
    {
        page.Underlined(column.Title, '=');
        var links = new LinkNotes(words);
        if (column.Standfirst.Count > 0)
            page.Text(links.Text(column.Standfirst));
        if (Bylines.Names(column, words) is { } names)
            page.Text(names);
        if (Bylines.Roles(column) is { } roles)
            page.Follow(roles);
        if (column.Date is { } date)
            page.Follow(date);
        new TextBlocks(page, links, words).Write(column.Blocks);
        if (column.IsCut)
        {
            page.Text(words["read_on_text"] + words["colon"]);
            page.Address(column.ReadOn);
        }
        links.WriteTo(page);
    }

    private static void Footer(PreparedIssue issue, Words words, TextPage page)
    {
        page.Line(new string('-', 40));
        page.Text(words.Fill("why", issue.PublicationTitle));
        page.Text(words["unsubscribe"] + words["colon"]);
        page.Address(Mark.UnsubscribeUrl);
        page.Text(words["view_in_browser"] + words["colon"]);
        page.Address(issue.ViewUrl);
        page.Text(words.Fill("sent_by", CleanText.OneLine(issue.Publication.SenderName)));
        foreach (var line in PostalLines.Of(issue.Publication))
            page.Follow(line);
    }
}
