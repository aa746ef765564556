using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <summary>A mail that the reader, or somebody who typed the address, asked for.</summary>
internal sealed record RequestRecord(
    ReaderRequestKind Kind,
    string Email,
    DateTimeOffset AskedAt,
    DateTimeOffset? MailedAt,
    DateTimeOffset? UsedAt
);
