using System.Globalization;
using System.Text;

namespace Newsletter.Subscribers.Segments;

/// <summary>Cuts the line of a segment into its tokens.</summary>
internal sealed class SegmentTokens
{
    private readonly string text;
    private int at;

    private SegmentTokens(string text) => this.text = text;

    /// <summary>At least one: the last is the end.</summary>
    /// <exception cref="Refusal">A character stands where none can, or a quote is not closed.</exception>
    public static List<SegmentToken> Of(string text)
    {
        var tokens = new List<SegmentToken>();
        var reader = new SegmentTokens(text);
        do tokens.Add(reader.Next());
        while (!tokens[^1].IsEnd);
        return tokens;
    }

    /// <summary>Whether a text can stand without quotes.</summary>
    public static bool IsWord(string text) => text.Length > 0 && text.All(IsWordCharacter);

    private SegmentToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        var start = at;
        if (at == text.Length)
            return new SegmentToken("", start + 1, IsQuoted: false);
        if (text[at] is '"')
            return new SegmentToken(Quoted(), start + 1, IsQuoted: true);
        if (text[at] is '!' && at + 1 < text.Length && text[at + 1] is '=')
            at += 2;
        else if (text[at] is '(' or ')' or '=')
            at++;
        else
            Word();
        return new SegmentToken(text[start..at], start + 1, IsQuoted: false);
    }

    private void Word()
    {
        var start = at;
        while (at < text.Length && IsWordCharacter(text[at]))
            at++;
        if (at == start)
            throw new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At character {start + 1} of the segment stands \"{Shown(start)}\", which means nothing there; put a text that holds it into double quotes."
                )
            );
    }

    private string Quoted()
    {
        var start = at++;
        var value = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] is '"')
            {
                at++;
                return value.ToString();
            }

            if (text[at] is '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\')
                at++;
            value.Append(text[at]);
        }

        throw new Refusal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The quote that is opened at character {start + 1} of the segment is not closed; a quote within a text is written \\\"."
            )
        );
    }

    private string Shown(int place) =>
        char.IsSurrogate(text[place]) || char.IsControl(text[place]) ? "\uFFFD" : text[place].ToString();

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '@' or '+' or '/' or ':' or '\'' or '’';
}
