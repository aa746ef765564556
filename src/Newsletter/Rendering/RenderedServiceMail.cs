namespace Newsletter.Rendering;

/// <summary>A service mail, rendered once for all its readers: each part still holds its <see cref="Mark"/>s.</summary>
/// <param name="Subject">One line, typography applied, no line break or control character.</param>
/// <param name="CanLeave">Whether its reader has a subscription to leave.</param>
/// <param name="Preheader">One line, as it stands hidden at the top of <paramref name="Html"/>.</param>
internal sealed record RenderedServiceMail(string Subject, string Preheader, string Html, string Text, bool CanLeave)
{
    /// <summary>Of its words, which are English where the publication's language has none; null: the publication's.</summary>
    public string? Language { get; init; }
}
