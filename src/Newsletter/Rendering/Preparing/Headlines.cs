using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>The two lines that a reader sees before opening: the subject, and the preheader behind it.</summary>
internal static class Headlines
{
    private const int ShortestPreheader = 40;
    private const int LongestPreheader = 130;
    private const int LeastOfAll = 20;
    private const int LongestSubject = 150;

    public static string Subject(RenderInput input, PreparedColumn lead)
    {
        var given = new InlinePreparation(input.Publication.Language).Of(input.Issue.Subject ?? "");
        return given.Length > 0 ? given : Excerpt.Cut(lead.Title, LongestSubject);
    }

    /// <param name="ending">Follows a preheader that is too short to say anything.</param>
    public static string Preheader(RenderInput input, IReadOnlyList<PreparedColumn> columns, string ending)
    {
        var given = new InlinePreparation(input.Publication.Language).Of(input.Issue.Preheader ?? "");
        if (given.Length > 0)
            return AtLeast(LeastOfAll, given, ending);
        var opening = Excerpt.Cut(Opening(columns[0]), LongestPreheader);
        // The subject stands right before it: said twice it says nothing.
        return AtLeast(LeastOfAll, opening == Subject(input, columns[0]) ? "" : opening, ending);
    }

    /// <summary>The standfirst, else as many first paragraphs as it takes to say something.</summary>
    private static string Opening(PreparedColumn lead)
    {
        var opening = CleanText.OneLine(Inlines.PlainText(lead.Standfirst));
        foreach (var block in lead.Blocks)
        {
            if (opening.Length >= ShortestPreheader)
                break;
            if (block is not Block.Paragraph(var content))
                continue;
            var words = CleanText.OneLine(Inlines.PlainText(content));
            if (words != lead.Title)
                opening = CleanText.OneLine($"{opening} {words}");
        }
        return opening;
    }

    private static string AtLeast(int characters, string text, string ending) =>
        text.Length >= characters ? text
        : text.Length == 0 ? ending
        : $"{text} · {ending}";
}
