using Newsletter.Records.Choosing;

namespace Newsletter.Web.Readers;

/// <summary>What the page of choices says. <c>{0}</c> is a publication's title.</summary>
internal sealed record PreferenceWords
{
    public required string Title { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string AnyLanguage { get; init; }

    /// <summary>Stands in the proof of consent of those who come back by it.</summary>
    public required string Receive { get; init; }
    public required string OffForNow { get; init; }
    public required string OffByMail { get; init; }
    public required string OffUnconfirmed { get; init; }
    public required string OffClosed { get; init; }
    public required string Rhythm { get; init; }
    public required string EveryIssue { get; init; }
    public required string Weekly { get; init; }
    public required string Monthly { get; init; }
    public required string Pause { get; init; }
    public required string PauseAside { get; init; }
    public required string Authors { get; init; }
    public required string AuthorsAside { get; init; }
    public required string Save { get; init; }
    public required string Saved { get; init; }
    public required string SavedAndMailed { get; init; }
    public required string NothingSaved { get; init; }
    public required string NoDay { get; init; }
    public required string DayTooEarly { get; init; }
    public required string DayTooLate { get; init; }
    public required string NoSuchRhythm { get; init; }
    public required string NoSuchLanguage { get; init; }
    public required string OwnTitle { get; init; }
    public required string OwnText { get; init; }
    public required string OwnButton { get; init; }
    public required string OwnMailed { get; init; }

    public static PreferenceWords In(Words words) =>
        words.Language == "fr" ? FrenchPreferenceWords.All : EnglishPreferenceWords.All;

    /// <summary>An edition by its name; one that has no words here goes by its name.</summary>
    public string RhythmName(string rhythm) =>
        rhythm switch
        {
            "every" => EveryIssue,
            "weekly" => Weekly,
            "monthly" => Monthly,
            _ => rhythm,
        };

    public string Fault(ChoiceFaultKind kind) =>
        kind switch
        {
            ChoiceFaultKind.NoDay => NoDay,
            ChoiceFaultKind.DayTooEarly => DayTooEarly,
            ChoiceFaultKind.DayTooLate => DayTooLate,
            ChoiceFaultKind.NoSuchRhythm => NoSuchRhythm,
            _ => NoSuchLanguage,
        };
}
