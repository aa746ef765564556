using System.Text.Json.Serialization;

namespace Newsletter.Records;

/// <summary>All that is held of one reader, across all stages.</summary>
/// <param name="Since">When the address was first taken in; null where it is nobody's.</param>
internal sealed record ReaderRecord(
    string Email,
    string? Name,
    string? Language,
    DateTimeOffset? Since,
    IReadOnlyList<SuppressionRecord> Suppressions,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<string> Tags,
    IReadOnlyList<SubscriptionRecord> Subscriptions,
    IReadOnlyList<RequestRecord> Requests,
    IReadOnlyList<MailRecord> Mails,
    IReadOnlyList<MessageRecord> Messages
)
{
    /// <summary>Why nothing may go to this address, by itself or by its domain; null where mail may go.</summary>
    [JsonIgnore]
    public string? Suppressed => Suppressions.Count == 0 ? null : Suppressions[0].Reason;
}
