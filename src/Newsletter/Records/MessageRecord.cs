using Newsletter.Delivery;

namespace Newsletter.Records;

/// <param name="Publication">The slug of that whose issue it is.</param>
/// <param name="Number">The issue's, as readers know it.</param>
/// <param name="Reply">The relay's last words, or why the message was withdrawn.</param>
internal sealed record MessageRecord(
    int IssueId,
    string Publication,
    int Number,
    MessageState State,
    DateTimeOffset? At,
    string? Reply
);
