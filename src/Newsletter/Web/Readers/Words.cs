namespace Newsletter.Web.Readers;

/// <summary>All that the readers' pages say, in one language. <c>{0}</c> is a publication's title.</summary>
internal sealed record Words
{
    public required string Language { get; init; }
    public required string LeaveTitle { get; init; }
    public required string LeaveQuestion { get; init; }
    public required string LeaveButton { get; init; }
    public required string LeaveAside { get; init; }
    public required string LeftTitle { get; init; }
    public required string LeftText { get; init; }
    public required string UndoText { get; init; }
    public required string UndoButton { get; init; }
    public required string GoneText { get; init; }
    public required string BackTitle { get; init; }
    public required string BackText { get; init; }
    public required string TooLateTitle { get; init; }
    public required string TooLateText { get; init; }
    public required string BrokenTitle { get; init; }
    public required string BrokenText { get; init; }
    public required string BrokenAdvice { get; init; }
    public required string HowToLeaveTitle { get; init; }
    public required string HowToLeaveText { get; init; }
    public required string HowToLeaveAdvice { get; init; }
    public required string StartTitle { get; init; }
    public required string StartText { get; init; }
    public required string StartNothing { get; init; }
    public required string LatestIssue { get; init; }
    public required string MissingTitle { get; init; }
    public required string MissingText { get; init; }
    public required string FaultTitle { get; init; }
    public required string FaultText { get; init; }
    public required string RefusedTitle { get; init; }
    public required string RefusedText { get; init; }
    public required string ToStart { get; init; }
    public required SignUpWords SignUp { get; init; }

    /// <summary>The languages in which the pages are written, each by its own name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Spoken { get; } =
    [KeyValuePair.Create("fr", "Français"), KeyValuePair.Create("en", "English")];

    /// <summary>Null where the pages are not written in that language.</summary>
    public static Words? InOrNull(string language) =>
        language switch
        {
            "fr" => FrenchWords.All,
            "en" => EnglishWords.All,
            _ => null,
        };

    /// <summary>The first language of the visitor that the pages have; English where there is none (RFC 9110 section 12.5.4).</summary>
    public static Words Accepted(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.Where(accepted => accepted.Quality is not 0)
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => InOrNull(Primary(accepted.Value.ToString())))
            .FirstOrDefault(words => words is not null)
        ?? EnglishWords.All;

    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
