using Newsletter.Issues;

namespace Newsletter.Web.Desk;

/// <summary>What the pages of issues say.</summary>
internal sealed record IssueWords
{
    public required string Issue { get; init; }
    public required string State { get; init; }
    public required string When { get; init; }
    public required string Readers { get; init; }
    public required string Publication { get; init; }
    public required string Compose { get; init; }
    public required string Composed { get; init; }
    public required string NumberSign { get; init; }
    public required string Next { get; init; }
    public required string Approve { get; init; }
    public required string ApproveHint { get; init; }
    public required string ApprovedBy { get; init; }
    public required string Approved { get; init; }
    public required string ApprovalLost { get; init; }
    public required string Reopen { get; init; }
    public required string ReopenHint { get; init; }
    public required string Reopened { get; init; }
    public required string Queue { get; init; }
    public required string Queued { get; init; }
    public required string GoesTo { get; init; }
    public required string At { get; init; }
    public required string AtHint { get; init; }
    public required string TypeCount { get; init; }
    public required string WrongCount { get; init; }
    public required string TakeBackText { get; init; }
    public required string Pause { get; init; }
    public required string PauseHint { get; init; }
    public required string Paused { get; init; }
    public required string Resume { get; init; }
    public required string ResumeHint { get; init; }
    public required string Resumed { get; init; }
    public required string Cancel { get; init; }
    public required string CancelHint { get; init; }
    public required string Cancelled { get; init; }
    public required string Content { get; init; }
    public required string Edit { get; init; }
    public required string Subject { get; init; }
    public required string Preheader { get; init; }
    public required string Saved { get; init; }
    public required string Audience { get; init; }
    public required string Everybody { get; init; }
    public required string Preflight { get; init; }
    public required string Passes { get; init; }
    public required string Blocks { get; init; }
    public required string Warns { get; init; }
    public required string Notes { get; init; }
    public required string Bytes { get; init; }
    public required string Preview { get; init; }
    public required string Desktop { get; init; }
    public required string Phone { get; init; }
    public required string Dark { get; init; }
    public required string NoPictures { get; init; }
    public required string NoStyles { get; init; }
    public required string Text { get; init; }
    public required string Progress { get; init; }
    public required string NobodyFrozen { get; init; }
    public required string SentOf { get; init; }
    public required string PaceOf { get; init; }
    public required string AddsUp { get; init; }
    public required string Waiting { get; init; }
    public required string BeingSent { get; init; }
    public required string Sent { get; init; }
    public required string Failed { get; init; }
    public required string Unknown { get; init; }
    public required string Withdrawn { get; init; }
    public required string Trail { get; init; }
    public required IReadOnlyDictionary<IssueState, string> States { get; init; }

    public string StateOf(IssueState state) => States[state];

    public static IssueWords In(string language) =>
        language == DeskLanguage.French ? FrenchIssueWords.All : EnglishIssueWords.All;
}
