using Newsletter.Delivery.ServiceMails;

namespace Newsletter.Records;

/// <summary>A mail that was no issue.</summary>
internal sealed record MailRecord(
    ServiceMailPurpose Purpose,
    ServiceMailState State,
    DateTimeOffset AskedAt,
    DateTimeOffset? SettledAt
);
