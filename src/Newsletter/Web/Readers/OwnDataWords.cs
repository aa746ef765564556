namespace Newsletter.Web.Readers;

/// <summary>What the pages about a reader's own data say. <c>{0}</c> is an address, a number or a sentence.</summary>
internal sealed record OwnDataWords
{
    public required PreferenceWords Choices { get; init; }
    public required LeavingWords Leaving { get; init; }
    public required HeldWords Held { get; init; }
    public required string GoneTitle { get; init; }
    public required string OverTitle { get; init; }
    public required string OverText { get; init; }
    public required string DataTitle { get; init; }
    public required string DataText { get; init; }
    public required string Download { get; init; }
    public required string Address { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string Since { get; init; }
    public required string Tags { get; init; }
    public required string Suppressed { get; init; }
    public required string State { get; init; }
    public required string Rhythm { get; init; }
    public required string PausedUntil { get; init; }
    public required string Authors { get; init; }
    public required string Reason { get; init; }
    public required string Proof { get; init; }
    public required string Messages { get; init; }
    public required string IssueNumber { get; init; }
    public required string Mails { get; init; }
    public required string AskedFor { get; init; }
    public required string Quoted { get; init; }
    public required string Network { get; init; }
    public required string WholeDomain { get; init; }
    public required string MoveTitle { get; init; }
    public required string MoveText { get; init; }
    public required string NewAddress { get; init; }
    public required string MoveButton { get; init; }
    public required string NoAddress { get; init; }
    public required string MoveMailed { get; init; }
    public required string ConfirmMoveTitle { get; init; }
    public required string ConfirmMoveQuestion { get; init; }
    public required string ConfirmMoveButton { get; init; }
    public required string ConfirmMoveAside { get; init; }
    public required string MovedTitle { get; init; }
    public required string MovedText { get; init; }
    public required string TakenTitle { get; init; }
    public required string TakenText { get; init; }
    public required string EraseTitle { get; init; }
    public required string EraseText { get; init; }
    public required string EraseLink { get; init; }
    public required string EraseQuestion { get; init; }
    public required string EraseButton { get; init; }
    public required string BackToData { get; init; }
    public required string ErasedTitle { get; init; }
    public required string ErasedText { get; init; }

    public static OwnDataWords In(Words words) =>
        words.Language == "fr" ? FrenchOwnDataWords.All : EnglishOwnDataWords.All;

    public string RhythmName(string rhythm) => Choices.RhythmName(rhythm);

    public string ReasonName(string reason) => Leaving.Reasons.GetValueOrDefault(reason, reason);
}
