using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>How far an issue is. The six states add up to the audience once it is frozen.</summary>
/// <param name="Expected">Before the audience is frozen: who would receive it as of now; null after that, and where it is cancelled.</param>
/// <param name="Queued">Claimed and deferred ones included.</param>
/// <param name="NextAttempt">When the first of those that wait may be tried; null where none waits.</param>
/// <param name="Segment">Only readers in it; null for all of the edition.</param>
internal sealed record IssueStatus(
    int Id,
    IssueState State,
    string? HeldBecause,
    int? Expected,
    int Audience,
    int Queued,
    int Sending,
    int Sent,
    int Failed,
    int Unknown,
    int Withdrawn,
    DateTimeOffset? NotBefore,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? NextAttempt,
    string? Segment
);
