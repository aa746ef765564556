using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>What a reader's link leads to.</summary>
internal abstract record LinkTarget
{
    private LinkTarget() { }

    /// <summary>No link of ours: cut, altered, or made up.</summary>
    internal sealed record Broken : LinkTarget;

    /// <summary>A link of ours, whose subscription was erased: there is nothing to leave any more.</summary>
    internal sealed record Gone : LinkTarget;

    /// <param name="ChangedAt">When <paramref name="State"/> last changed.</param>
    internal sealed record Found(
        long SubscriptionId,
        SubscriptionState State,
        DateTimeOffset ChangedAt,
        string PublicationTitle,
        string Language,
        string? ThemeJson
    ) : LinkTarget
    {
        public Theme Theme => Theme.Parse(ThemeJson);
    }
}
