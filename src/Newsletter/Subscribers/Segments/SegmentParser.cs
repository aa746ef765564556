using System.Globalization;

namespace Newsletter.Subscribers.Segments;

/// <summary>Reads the line of a segment: "and" binds more than "or", "not" more than both.</summary>
internal sealed class SegmentParser
{
    private const string Terms =
        "name, email, language, field, has field, tag, state, rhythm, joined, subscribed to, received, did not receive, not, or a parenthesis";

    private readonly SegmentWords words;
    private readonly SegmentTerms terms;
    private int depth;

    /// <exception cref="Refusal">It is too long, empty, or holds what no segment can.</exception>
    public SegmentParser(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new Refusal($"The segment is empty; write one such as: tag vip and joined in the last 30 days.");
        RefuseLong(text, "");
        words = new SegmentWords(SegmentTokens.Of(text));
        terms = new SegmentTerms(words);
    }

    /// <summary>Words of the language: as texts they stand in quotes.</summary>
    public static IReadOnlySet<string> Reserved { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "and", "or", "not" };

    public Segment Whole()
    {
        var segment = Either();
        if (!words.Next.IsEnd)
            throw words.Expected("\"and\", \"or\" or the end");
        RefuseLong(segment.ToString(), ", written in full");
        return segment;
    }

    private Segment Either()
    {
        var left = Both();
        while (words.Take("or"))
            left = new Segment.Either(left, Both());
        return left;
    }

    private Segment Both()
    {
        var left = One();
        while (words.Take("and"))
            left = new Segment.Both(left, One());
        return left;
    }

    private Segment One()
    {
        if (words.Take("not"))
            return Deeper(() => new Segment.Not(One()));
        if (!words.Take("("))
            return terms.Read() ?? throw words.Expected(Terms);
        var within = Deeper(Either);
        if (!words.Take(")"))
            throw words.Expected("\"and\", \"or\" or the closing parenthesis");
        return within;
    }

    private Segment Deeper(Func<Segment> read)
    {
        if (++depth > Segment.Deepest)
            throw new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At character {words.Next.At} the segment stands more than {Segment.Deepest} deep in \"not\" and parentheses; write it flatter."
                )
            );
        var segment = read();
        depth--;
        return segment;
    }

    private static void RefuseLong(string text, string how)
    {
        if (text.Length > Segment.MostCharacters)
            throw new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The segment has {text.Length} characters{how}; {Segment.MostCharacters} are the most. Give these readers a tag, and name that."
                )
            );
    }
}
