using System.Globalization;
using System.Text;

namespace Newsletter.Subscribers.Segments;

/// <summary>The tokens of a segment, read one after the other.</summary>
internal sealed class SegmentWords(IReadOnlyList<SegmentToken> tokens)
{
    private int at;

    public SegmentToken Next => tokens[at];

    /// <summary>Takes these words where they stand next; else nothing.</summary>
    public bool Take(params ReadOnlySpan<string> phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= tokens.Count || !tokens[at + i].Is(phrase[i]))
                return false;
        }

        at += phrase.Length;
        return true;
    }

    /// <exception cref="Refusal">Something else stands there.</exception>
    public void Need(string word)
    {
        if (!Take(word))
            throw Expected($"\"{word}\"");
    }

    /// <summary>A word or a quoted text, as it stands.</summary>
    /// <param name="what">How a sentence calls what is missing.</param>
    /// <param name="most">The most characters that it can have.</param>
    /// <exception cref="Refusal">There is none, or it is longer, or no line holds it.</exception>
    public string Text(string what, int most)
    {
        var token = Next;
        if (token.IsEnd || (!token.IsQuoted && (!SegmentTokens.IsWord(token.Text) || IsReserved(token))))
            throw Expected(what);
        if (token.Text.Trim().Length == 0 || token.Text.Any(char.IsControl))
            throw Wrong(token, $"{what} cannot be empty, nor hold a line break");
        // Half a character cannot be asked for; it is read as the character for "none".
        if (token.Text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            throw Wrong(token, $"{what} holds a character that cannot be read");
        if (token.Text.Length > most)
            throw Wrong(
                token,
                string.Create(CultureInfo.InvariantCulture, $"{what} has {most} characters at the most")
            );
        at++;
        return token.Text;
    }

    /// <exception cref="Refusal">No such number stands there.</exception>
    public int Number(string what, int most)
    {
        var token = Next;
        if (!int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw Expected(what);
        if (number < 1 || number > most)
            throw Wrong(token, string.Create(CultureInfo.InvariantCulture, $"{what} is from 1 to {most}"));
        at++;
        return number;
    }

    /// <exception cref="Refusal">No day stands there.</exception>
    public DateOnly Day()
    {
        var token = Next;
        if (
            !DateOnly.TryParseExact(
                token.Text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            ) || day.Year is < 1900 or > 2999
        )
            throw Expected("a day such as 2026-01-31");
        at++;
        return day;
    }

    /// <summary>What stands next, where something else should.</summary>
    public Refusal Expected(string what) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"At character {Next.At} of the segment stands {Next.Shown}; expected was {what}."
            )
        );

    /// <summary>What stands at a place, and why it cannot.</summary>
    public static Refusal Wrong(SegmentToken token, string why) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"At character {token.At} of the segment stands {token.Shown}: {why}."
            )
        );

    private static bool IsReserved(SegmentToken token) => SegmentParser.Reserved.Contains(token.Text);
}
