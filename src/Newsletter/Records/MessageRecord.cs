using Newsletter.Delivery;

namespace Newsletter.Records;

/// <param name="Reply">The relay's last words, or why the message was withdrawn.</param>
internal sealed record MessageRecord(int IssueId, MessageState State, DateTimeOffset? At, string? Reply);
