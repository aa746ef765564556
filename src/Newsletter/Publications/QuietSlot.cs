namespace Newsletter.Publications;

/// <summary>An hour of a rule that falls on a quiet day.</summary>
/// <param name="MovedTo">When its issue goes in its place; null where none goes.</param>
internal sealed record QuietSlot(DateTimeOffset At, string Why, DateTimeOffset? MovedTo);
