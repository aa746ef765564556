namespace Newsletter.Records;

/// <summary>Why a reader left, as they said it.</summary>
internal sealed record ReasonLine(string Reason, string? Words, DateTimeOffset At);
