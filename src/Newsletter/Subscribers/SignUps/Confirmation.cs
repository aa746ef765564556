using Newsletter.Publications;

namespace Newsletter.Subscribers.SignUps;

/// <summary>What a link that confirms leads to.</summary>
/// <param name="PublicationTitle">Null where the request is not known any more.</param>
internal sealed record Confirmation(
    ConfirmationState State,
    string? PublicationTitle = null,
    string? PublicationSlug = null,
    string? Language = null,
    Theme? Theme = null
)
{
    public static Confirmation Broken { get; } = new(ConfirmationState.Broken);

    /// <summary>A link of ours, whose request is gone.</summary>
    public static Confirmation Gone { get; } = new(ConfirmationState.Over);
}
