namespace Newsletter.Rendering.Preparing;

/// <summary>A service mail as both parts show it. What it says stands in the words of its template.</summary>
/// <param name="Before">Paragraphs above the button.</param>
/// <param name="Sentence">What the reader agreed to; null where it is not repeated.</param>
/// <param name="ActionUrl">Where the button leads: an address or a mark; null where there is no button.</param>
/// <param name="After">Paragraphs below the button.</param>
/// <param name="CanLeave">Whether its reader has a subscription to leave.</param>
internal sealed record PreparedServiceMail(
    PublicationInput Publication,
    string PublicationTitle,
    string Subject,
    string Preheader,
    string Title,
    IReadOnlyList<string> Before,
    string? Sentence,
    string? ActionUrl,
    IReadOnlyList<string> After,
    bool CanLeave
)
{
    public static PreparedServiceMail Of(ServiceMailInput input, Words words)
    {
        var set = new InlinePreparation(input.Publication.Language);
        var title = PublicationNames.Title(input.Publication);
        return new(
            input.Publication,
            title,
            input.Topic is { } topic ? words.Fill("subject_of", title, topic) : words.Fill("subject", title),
            words.Fill("preheader", title),
            words.Fill("title", title),
            [.. Paragraphs(words.Fill("before", title)), .. Latest(input, words, title, set)],
            set.Of(input.Sentence ?? "") is { Length: > 0 } sentence ? sentence : null,
            ActionUrlOf(input),
            Paragraphs(words.Fill("after", title)),
            CanLeave: input.Kind is ServiceMailKind.Welcome or ServiceMailKind.Link
        );
    }

    private static string? ActionUrlOf(ServiceMailInput input)
    {
        if (input.Kind is ServiceMailKind.Alarm)
            return null;
        if (input.Kind is not ServiceMailKind.Welcome)
            return Mark.ActionUrl;
        if (input.LatestUrl is null)
            return null;
        return Links.TryKeep(input.LatestUrl, out var kept)
            ? kept
            : throw new Refusal($"\"{input.LatestUrl}\" is no absolute address; set Site__Url.");
    }

    // What the button of a welcome opens, by name: an issue itself would make it as long as one.
    private static IEnumerable<string> Latest(ServiceMailInput input, Words words, string title, InlinePreparation set)
    {
        var latest = set.Of(input.LatestTitle ?? "");
        if (input is { Kind: ServiceMailKind.Welcome, LatestUrl: not null } && latest.Length > 0)
            yield return words.Fill("latest", title, latest);
    }

    private static string[] Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
