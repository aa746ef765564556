namespace Newsletter.Rendering;

/// <summary>All that a rendering may know. Pure data: two renderings of equal input give equal bytes.</summary>
/// <param name="Template">The template's folder name under <c>templates/</c>.</param>
internal sealed record RenderInput(
    string Template,
    PublicationInput Publication,
    IssueInput Issue,
    IReadOnlyList<ColumnInput> Columns
)
{
    /// <summary>How much of the first column is shown; null for as much as the template says.</summary>
    public ColumnExtent? Lead { get; init; }

    /// <summary>The same for those that follow it.</summary>
    public ColumnExtent? Others { get; init; }
}
