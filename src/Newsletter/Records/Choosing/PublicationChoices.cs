using Newsletter.Subscribers;

namespace Newsletter.Records.Choosing;

/// <summary>What a reader can choose about one publication of theirs, as it stands.</summary>
/// <param name="PausedUntil">The day, in the publication's zone, from which they receive again; null unless paused.</param>
/// <param name="Earliest">The first day until which they can pause.</param>
/// <param name="Latest">The last such day.</param>
/// <param name="Rhythms">The names of the publication's editions; one alone is no choice.</param>
/// <param name="Authors">Who wrote what it carried so far.</param>
internal sealed record PublicationChoices(
    long SubscriptionId,
    string Title,
    string Language,
    SubscriptionState State,
    WayBack Return,
    DateOnly? PausedUntil,
    DateOnly Earliest,
    DateOnly Latest,
    string Rhythm,
    IReadOnlyList<string> Rhythms,
    IReadOnlyList<AuthorChoice> Authors
)
{
    /// <summary>Subscribed, be it with a pause.</summary>
    public bool IsOn => State is SubscriptionState.Active or SubscriptionState.Paused;
}
