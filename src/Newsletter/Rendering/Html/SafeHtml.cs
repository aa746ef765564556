namespace Newsletter.Rendering.Html;

/// <summary>Finished HTML, which a template writes as it is. Only this stage makes it; everything else is escaped.</summary>
internal sealed record SafeHtml(string Value)
{
    public override string ToString() => Value;
}
