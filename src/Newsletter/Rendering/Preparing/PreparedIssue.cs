namespace Newsletter.Rendering.Preparing;

/// <summary>An issue as both parts show it.</summary>
/// <param name="PublicationTitle">Cleaned; shown at the top and in the footer.</param>
/// <param name="Date">As the publication's language says it.</param>
/// <param name="Corrects">For an erratum: what it corrects.</param>
internal sealed record PreparedIssue(
    PublicationInput Publication,
    string PublicationTitle,
    int Number,
    string Date,
    string ViewUrl,
    string Subject,
    string Preheader,
    PreparedCorrection? Corrects,
    IReadOnlyList<PreparedColumn> Columns
)
{
    /// <summary>The whole of an issue.</summary>
    /// <exception cref="Refusal">It carries nothing, or the publication's settings are wrong.</exception>
    public static PreparedIssue Of(RenderInput input, TemplateShape shape)
    {
        if (input.Columns.Count == 0)
            throw new Refusal($"Issue {input.Issue.Number} carries no column; there is nothing to render.");
        if (!Links.TryKeep(input.Issue.ViewUrl, out var viewUrl))
            throw new Refusal($"\"{input.Issue.ViewUrl}\" is no absolute address; set Site__Url.");
        var columns = input
            .Columns.Select((column, place) => PreparedColumn.Of(column, input, isLead: shape.HasLead && place == 0))
            .ToList();
        var title = PublicationNames.Title(input.Publication);
        var date = LongDate.Of(input.Publication.DayOf(input.Issue.Date), input.Publication.Language);
        return new(
            input.Publication,
            title,
            input.Issue.Number,
            date,
            viewUrl,
            Headlines.Subject(input, columns[0]),
            Headlines.Preheader(input, columns, $"{title}, {date}"),
            PreparedCorrection.Of(input),
            columns
        );
    }

    /// <summary>With the excerpts that the template asks for.</summary>
    public PreparedIssue Shaped(TemplateShape shape) =>
        this with
        {
            Columns =
            [
                .. Columns.Select(
                    (column, place) =>
                        shape.Of(place) is ColumnExtent.Excerpt ? Excerpt.AtMost(column, shape.Excerpt) : column
                ),
            ],
        };
}
