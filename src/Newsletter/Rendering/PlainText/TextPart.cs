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
        TextFooter.Write(page, issue.Publication, issue.PublicationTitle, words, canLeave: true, issue.ViewUrl);
        return page.ToString();
    }

    private static void Masthead(PreparedIssue issue, Words words, TextPage page)
    {
        // Where no column leads, the publication's title is the one above all.
        if (issue.Columns[0].IsLead)
            page.Text(issue.PublicationTitle);
        else
            page.Underlined(issue.PublicationTitle, '=');
        page.Follow(
            issue.Number > 0 ? words.Fill("issue_line", issue.Number.ToString(Numbers.Plain), issue.Date) : issue.Date
        );
    }

    private static void Column(PreparedColumn column, Words words, TextPage page)
    {
        page.Underlined(column.Title, column.IsLead ? '=' : '-');
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
}
