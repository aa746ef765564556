namespace Newsletter.Web.Desk;

/// <summary>What the settings pages say around their fields.</summary>
internal sealed record SettingWords
{
    public required string Publications { get; init; }
    public required string Installation { get; init; }
    public required string Add { get; init; }
    public required string Added { get; init; }
    public required string Create { get; init; }
    public required string Saved { get; init; }
    public required string Names { get; init; }
    public required string Look { get; init; }
    public required string LookHint { get; init; }
    public required string Reset { get; init; }
    public required string ResetHint { get; init; }
    public required string LogoAddress { get; init; }
    public required string Readers { get; init; }
    public required string Sending { get; init; }
    public required string Rule { get; init; }
    public required string Sources { get; init; }
    public required string Trail { get; init; }
    public required string Every { get; init; }
    public required string Weekly { get; init; }
    public required string Monthly { get; init; }
    public required string RhythmHint { get; init; }
    public required string When { get; init; }
    public required string What { get; init; }
    public required string Who { get; init; }
    public required string NextRuns { get; init; }
    public required string NoRuns { get; init; }
    public required string NotOffered { get; init; }
    public required string ClocksChange { get; init; }
    public required string QuietHour { get; init; }
    public required string QuietMoved { get; init; }
    public required string FellBack { get; init; }
    public required string NoNumber { get; init; }
    public required string Source { get; init; }
    public required string State { get; init; }
    public required string LastFetch { get; init; }
    public required string NextFetch { get; init; }
    public required string Never { get; init; }
    public required string Works { get; init; }
    public required string Paused { get; init; }
    public required string Fails { get; init; }
    public required string FailsTimes { get; init; }
    public required string PausedSince { get; init; }
    public required string AddSource { get; init; }
    public required string Try { get; init; }
    public required string TryHint { get; init; }
    public required string Tried { get; init; }
    public required string TriedNothing { get; init; }
    public required string FolderHint { get; init; }
    public required string SourceAdded { get; init; }
    public required string SourceKnown { get; init; }
    public required string Pause { get; init; }
    public required string PauseHint { get; init; }
    public required string Resume { get; init; }
    public required string ResumeHint { get; init; }
    public required string FetchNow { get; init; }
    public required string FetchHint { get; init; }
    public required string Fetched { get; init; }
    public required string Remove { get; init; }
    public required string RemoveHint { get; init; }
    public required string RemoveSure { get; init; }
    public required string RemoveUnsure { get; init; }
    public required string Removed { get; init; }
    public required string SourceSettings { get; init; }
    public required string NoDay { get; init; }
    public required string Relays { get; init; }
    public required string ReadOnly { get; init; }
    public required string ToFolder { get; init; }
    public required string Relay { get; init; }
    public required string Security { get; init; }
    public required string Login { get; init; }
    public required string LoginYes { get; init; }
    public required string LoginNo { get; init; }
    public required string Connections { get; init; }
    public required string Rate { get; init; }
    public required string NoRate { get; init; }
    public required string Weight { get; init; }
    public required string Reserve { get; init; }
    public required string SetBy { get; init; }
    public required string Test { get; init; }
    public required string TestHint { get; init; }
    public required string Ok { get; init; }
    public required string Note { get; init; }
    public required string Wrong { get; init; }
    public required string Signing { get; init; }
    public required string Keys { get; init; }
    public required string NoKeys { get; init; }
    public required string Selector { get; init; }
    public required string Signs { get; init; }
    public required string SignsNot { get; init; }
    public required string RecordName { get; init; }
    public required string RecordValue { get; init; }
    public required string RelaySigns { get; init; }
    public required string InDns { get; init; }
    public required string AskDns { get; init; }
    public required string Asking { get; init; }
    public required string DnsSilent { get; init; }
    public required string NoPublication { get; init; }
    public required string Kept { get; init; }
    public required string KeptPending { get; init; }
    public required string KeptProof { get; init; }
    public required string KeptRequests { get; init; }
    public required string Trying { get; init; }
    public required string TryingRetries { get; init; }
    public required string TryingLong { get; init; }
    public required string Bounces { get; init; }
    public required string BouncesTo { get; init; }
    public required string BouncesHint { get; init; }
    public required string ChangeIn { get; init; }
    public required string TemplateHint { get; init; }
    public required string Chosen { get; init; }
    public required string Desktop { get; init; }
    public required string Phone { get; init; }
    public required string Dark { get; init; }

    public static SettingWords In(string language) =>
        language == DeskLanguage.French ? FrenchSettingWords.All : EnglishSettingWords.All;

    /// <summary>How a source goes in one word, and the class that colours it.</summary>
    public (string State, string Css) StateOf(Newsletter.Columns.Sources.Fetching.Source source) =>
        source switch
        {
            { PausedAt: not null } => (Paused, "warn"),
            { Trouble: not null } => (Fails, "bad"),
            { FetchedAt: not null } => (Works, "good"),
            _ => (Never, ""),
        };
}
