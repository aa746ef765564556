using Newsletter.Publications;

namespace Newsletter.Subscribers.Segments;

/// <summary>Reads what a segment asks of a reader: the parts between "and", "or" and "not".</summary>
internal sealed class SegmentTerms(SegmentWords words)
{
    private const int LongestName = 60;
    private const int LongestSlug = 63;
    private const int LongestValue = 500;
    private const int MostUnits = 1000;
    private const int MostIssues = 1000;

    private static readonly string StateWords = string.Join(
        ", ",
        Enum.GetNames<SubscriptionState>().Select(name => name.ToLowerInvariant()).Append(SubscriberList.SuppressedWord)
    );

    /// <summary>The next one; null where none begins there.</summary>
    public Segment? Read() =>
        words.Take("name") ? OfReader(ReaderText.Name)
        : words.Take("email") ? OfReader(ReaderText.Email)
        : words.Take("field") ? Field(FieldName())
        : words.Take("has", "field") ? new Segment.HasField(FieldName())
        : words.Take("tag") ? new Segment.Tag(words.Text("a tag", LongestName).Trim())
        : words.Take("language") ? Language()
        : words.Take("state") ? State()
        : words.Take("rhythm") ? Rhythm()
        : words.Take("joined") ? Joined()
        : words.Take("subscribed") ? SubscribedTo()
        : words.Take("received") ? Received()
        : words.Take("did", "not", "receive") ? new Segment.Not(Received())
        : null;

    private string FieldName() => words.Text("the name of a field", LongestName).Trim().ToLowerInvariant();

    private Segment OfReader(ReaderText what)
    {
        var (comparison, isNot) = Comparison();
        var of = new Segment.OfReader(what, comparison, Value());
        return isNot ? new Segment.Not(of) : of;
    }

    private Segment Field(string name)
    {
        var (comparison, isNot) = Comparison();
        var field = new Segment.Field(name, comparison, Value());
        return isNot ? new Segment.Not(field) : field;
    }

    private (TextComparison Comparison, bool IsNot) Comparison() =>
        words.Take("!=") || words.Take("is", "not") ? (TextComparison.Is, true)
        : words.Take("=") || words.Take("is") ? (TextComparison.Is, false)
        : words.Take("contains") ? (TextComparison.Contains, false)
        : words.Take("starts", "with") ? (TextComparison.StartsWith, false)
        : words.Take("ends", "with") ? (TextComparison.EndsWith, false)
        : throw words.Expected("=, !=, \"contains\", \"starts with\" or \"ends with\"");

    private string Value() => words.Text("a text to compare with", LongestValue);

    private Segment Language()
    {
        var isNot = IsNot();
        var token = words.Next;
        var code = words.Text("a language such as fr", LongestName).ToLowerInvariant();
        if (code.Length != 2 || !code.All(char.IsAsciiLetterLower))
            throw SegmentWords.Wrong(token, "a language has two letters, such as fr");
        return Answered(new Segment.InLanguage(code), isNot);
    }

    private Segment State()
    {
        var isNot = IsNot();
        if (words.Take(SubscriberList.SuppressedWord))
            return Answered(new Segment.InState(null), isNot);
        foreach (var state in Enum.GetValues<SubscriptionState>())
        {
            if (words.Take(state.ToString()))
                return Answered(new Segment.InState(state), isNot);
        }

        throw words.Expected($"one of {StateWords}");
    }

    private Segment Rhythm()
    {
        var isNot = IsNot();
        foreach (var rhythm in Edition.Rhythms)
        {
            if (words.Take(rhythm))
                return Answered(new Segment.InRhythm(rhythm), isNot);
        }

        throw words.Expected($"one of {string.Join(", ", Edition.Rhythms)}");
    }

    private Segment Joined()
    {
        if (words.Take("in", "the", "last"))
        {
            var count = words.Number("a number of days, weeks, months or years", MostUnits);
            foreach (var unit in Enum.GetValues<DateUnit>())
            {
                if (words.Take(SegmentText.Word(unit)) || words.Take(SegmentText.Word(unit) + "s"))
                    return new Segment.JoinedLately(count, unit);
            }

            throw words.Expected("days, weeks, months or years");
        }

        foreach (var relation in Enum.GetValues<DayRelation>())
        {
            if (words.Take(relation.ToString()))
                return new Segment.Joined(relation, words.Day());
        }

        throw words.Expected("\"in the last\", \"before\", \"on\" or \"after\"");
    }

    private Segment.SubscribedTo SubscribedTo()
    {
        words.Need("to");
        return new Segment.SubscribedTo(words.Text("the slug of a publication", LongestSlug).ToLowerInvariant());
    }

    private Segment Received()
    {
        if (words.Take("issue"))
            return new Segment.Received(words.Number("the number of an issue", int.MaxValue));
        if (!words.Take("any", "of", "the", "last"))
            throw words.Expected("\"issue\" or \"any of the last\"");
        var count = words.Number("a number of issues", MostIssues);
        if (!words.Take("issues") && !words.Take("issue"))
            throw words.Expected("\"issues\"");
        return new Segment.ReceivedAnyOfLast(count);
    }

    private bool IsNot()
    {
        if (words.Take("!=") || words.Take("is", "not"))
            return true;
        if (words.Take("=") || words.Take("is"))
            return false;
        throw words.Expected("\"is\" or \"is not\"");
    }

    private static Segment Answered(Segment segment, bool isNot) => isNot ? new Segment.Not(segment) : segment;
}
