namespace Newsletter.Rendering;

internal sealed class IssueRenderer
{
    public RenderedIssue Render(RenderInput input) => throw new NotSupportedException(input.Template);
}
