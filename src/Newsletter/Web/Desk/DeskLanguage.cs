namespace Newsletter.Web.Desk;

/// <summary>In which language the desk speaks to one person.</summary>
internal static class DeskLanguage
{
    public const string French = "fr";
    public const string English = "en";

    /// <summary>Those that the desk speaks, each by its own name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Spoken => Readers.Words.Spoken;

    public static string Of(HttpContext http) =>
        http.SignedInOrNull()?.Language is { } chosen && Readers.Words.InOrNull(chosen) is not null
            ? chosen
            : Readers.Words.Accepted(http.Request).Language;
}
