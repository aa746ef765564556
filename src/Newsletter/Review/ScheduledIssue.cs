using Newsletter.Issues;

namespace Newsletter.Review;

/// <summary>An issue that answered a slot whose hour has come, and what is to be done with it.</summary>
/// <param name="Hour">Of the slot.</param>
/// <param name="Holds">How often it was held already.</param>
/// <param name="ApprovedBy">The schedule or a person.</param>
internal sealed record ScheduledIssue(
    int Id,
    int EditionId,
    IssueState State,
    DateTimeOffset Hour,
    int Holds,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset? EmbargoUntil
)
{
    /// <summary>A person stood for it in time: it goes as they approved it.</summary>
    public bool IsApprovedInTime => State is IssueState.Approved && ApprovedAt <= Hour;
}
