using System.Collections.Frozen;
using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>
/// What a link says. People who listen to a mail hear its links one after another, without the sentence around
/// them: "here" says nothing, and an address is read out letter by letter.
/// </summary>
internal static class LinkWords
{
    private const int LongestVague = 30;

    private static readonly FrozenSet<string> s_vague = new[]
    {
        "ici",
        "cliquez ici",
        "cliquer ici",
        "clique ici",
        "cliquez",
        "par ici",
        "ce lien",
        "lien",
        "le lien",
        "suivez ce lien",
        "cette page",
        "lire plus",
        "lire la suite",
        "la suite",
        "suite",
        "plus",
        "voir plus",
        "voir",
        "en savoir plus",
        "plus d'infos",
        "plus d'informations",
        "here",
        "click here",
        "click",
        "click this",
        "right here",
        "this",
        "this link",
        "this page",
        "link",
        "the link",
        "more",
        "read more",
        "learn more",
        "see more",
        "find out more",
        "more info",
        "more information",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="address">As <see cref="Links"/> keeps it.</param>
    public static IReadOnlyList<Inline> Of(string address, IReadOnlyList<Inline> words)
    {
        var said = Inlines.PlainText(words).Trim();
        if (said.Length == 0)
            return [new Inline.Text(Links.Spoken(address))];
        if (IsAddress(said))
            return [new Inline.Text(Links.Spoken(said) is { Length: > 0 } spoken ? spoken : Links.Spoken(address))];
        return IsVague(said) ? [.. words, new Inline.Text($" ({Place(address)})")] : words;
    }

    private static bool IsAddress(string words) =>
        (
            words.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        ) && !words.Any(char.IsWhiteSpace);

    private static bool IsVague(string words) =>
        words.Length <= LongestVague
        && s_vague.Contains(
            words
                .Trim(' ', '\u00A0', '.', ',', '!', ':', '…', '>', '»', '«', '→', '(', ')', '[', ']')
                .Replace('’', '\'')
        );

    private static string Place(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        var spoken = Links.Spoken(address);
        return spoken.Split('?')[0];
    }
}
