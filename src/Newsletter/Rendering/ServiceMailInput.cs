namespace Newsletter.Rendering;

/// <summary>All that the rendering of a service mail may know.</summary>
/// <param name="Sentence">What the reader agreed to, as it was shown; null where it is not to be repeated. Of an alarm: what happened.</param>
/// <param name="LatestUrl">Of a welcome: where the latest issue can be read; null where there is none. The other kinds lead to the reader's own address.</param>
internal sealed record ServiceMailInput(
    ServiceMailKind Kind,
    PublicationInput Publication,
    string? Sentence = null,
    string? LatestUrl = null
)
{
    /// <summary>Of a welcome: the subject of the latest issue, as its readers had it; null where it is not named.</summary>
    public string? LatestTitle { get; init; }

    /// <summary>Of an alarm: what its subject names; null: that something needs a person.</summary>
    public string? Topic { get; init; }
}
