using Newsletter.Addresses;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>A mail that is to go out.</summary>
/// <param name="UniqueKey">Names the event that asks for it; whoever asks again for the same asks for nothing.</param>
/// <param name="PublicationId">Whose mail it is; null where it is no publication's.</param>
/// <param name="LastsFor">How long it is of use.</param>
internal sealed record ServiceMailRequest(
    ServiceMailPurpose Purpose,
    string UniqueKey,
    EmailAddress To,
    string? Name,
    int? PublicationId,
    ServiceMailContent Content,
    TimeSpan LastsFor
)
{
    /// <summary>The reader whom it is about; null for staff's own.</summary>
    public long? SubscriberId { get; init; }
}
