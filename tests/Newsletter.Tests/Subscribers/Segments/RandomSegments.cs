using CsCheck;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Segments;

namespace Newsletter.Tests.Subscribers.Segments;

/// <summary>Segments of every kind, of a few words each, so that readers made of the same words are in some.</summary>
internal static class RandomSegments
{
    /// <summary>Among them what a statement would take for more than a text.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "Paris",
        "paris",
        "Par",
        "is",
        "and",
        "not",
        "Zoé",
        "zoé",
        "100%",
        "a_b",
        "O'Neil",
        "\"q\" \\ x",
        "'; DROP TABLE subscribers; --",
        "😀é",
        "two words",
        "[ab]*",
        "{0}",
        "@p0",
    ];

    public static IReadOnlyList<string> Fields { get; } = ["city", "date of birth", "or"];

    public static IReadOnlyList<string> Languages { get; } = ["fr", "en"];

    public static DateOnly Day { get; } = new(2026, 3, 5);

    public static Gen<Segment> Any { get; } =
        Gen.Recursive<Segment>(
            (depth, segment) =>
                depth >= 4
                    ? One
                    : Gen.Frequency(
                        (4, One),
                        (2, segment.Select(of => (Segment)new Segment.Not(of))),
                        (3, Gen.Select(segment, segment, (a, b) => (Segment)new Segment.Both(a, b))),
                        (3, Gen.Select(segment, segment, (a, b) => (Segment)new Segment.Either(a, b)))
                    )
        );

    public static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(i => values[i]);

    private static Gen<Segment> One => Gen.OneOf(Texts, States, Dates, Issues);

    private static Gen<string> Word => OneOf(Words);

    private static Gen<TextComparison> Comparison => Gen.Enum<TextComparison>();

    private static Gen<Segment> Texts =>
        Gen.OneOf(
            Gen.Select(
                Gen.Enum<ReaderText>(),
                Comparison,
                Gen.OneOf(Word, OneOf(["@example.org", "@Bücher.example", "r1@EXAMPLE.org", "R2", "example"])),
                (what, comparison, value) => (Segment)new Segment.OfReader(what, comparison, value)
            ),
            Gen.Select(
                OneOf(Fields),
                Comparison,
                Word,
                (name, comparison, value) => (Segment)new Segment.Field(name, comparison, value)
            ),
            OneOf(Fields).Select(name => (Segment)new Segment.HasField(name)),
            Word.Select(tag => (Segment)new Segment.Tag(tag))
        );

    private static Gen<Segment> States =>
        Gen.OneOf(
            OneOf(Languages).Select(language => (Segment)new Segment.InLanguage(language)),
            OneOf<SubscriptionState?>([null, .. Enum.GetValues<SubscriptionState>()])
                .Select(state => (Segment)new Segment.InState(state)),
            OneOf(Edition.Rhythms).Select(rhythm => (Segment)new Segment.InRhythm(rhythm)),
            Gen.Const((Segment)new Segment.SubscribedTo("other"))
        );

    private static Gen<Segment> Dates =>
        Gen.OneOf(
            Gen.Select(
                Gen.Int[1, 40],
                Gen.Enum<DateUnit>(),
                (count, unit) => (Segment)new Segment.JoinedLately(count, unit)
            ),
            Gen.Select(
                Gen.Enum<DayRelation>(),
                Gen.Int[-50, 1],
                (relation, days) => (Segment)new Segment.Joined(relation, Day.AddDays(days))
            )
        );

    private static Gen<Segment> Issues =>
        Gen.OneOf(
            Gen.Int[1, 3].Select(number => (Segment)new Segment.Received(number)),
            Gen.Int[1, 4].Select(count => (Segment)new Segment.ReceivedAnyOfLast(count))
        );
}
