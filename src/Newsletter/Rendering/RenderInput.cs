namespace Newsletter.Rendering;

/// <summary>All that a rendering may know. Pure data: two renderings of equal input give equal bytes.</summary>
/// <param name="Template">The template's folder name under <c>templates/</c>.</param>
internal sealed record RenderInput(
    string Template,
    PublicationInput Publication,
    IssueInput Issue,
    IReadOnlyList<ColumnInput> Columns
);
