using Newsletter.Addresses;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Segments;
using Newsletter.Tests.Subscribers.Segments;

namespace Newsletter.Tests.Delivery.Audiences;

/// <summary>A reader as plain values, and what each kind of segment means of one: the other answer to hold SQL to.</summary>
internal sealed record ImaginedReader(
    EmailAddress Address,
    string? Name,
    string? Language,
    SubscriptionState State,
    bool Suppressed,
    string Rhythm,
    DateTimeOffset? JoinedAt,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlySet<string> Tags,
    bool IsInOther,
    IReadOnlySet<int> Received
)
{
    /// <summary>Thursday 5 March 2026, 07:00 UTC, which is 08:00 in Paris.</summary>
    private static DateTimeOffset Now { get; } = new(2026, 3, 5, 7, 0, 0, TimeSpan.Zero);

    private static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static ImaginedReader Number(int i, Random random)
    {
        var states = Enum.GetValues<SubscriptionState>();
        var words = RandomSegments.Words;
        var state = random.Next(2) == 0 ? SubscriptionState.Active : states[random.Next(states.Length)];
        string[] domains = ["example.org", "Bücher.example", "example.net"];
        return new ImaginedReader(
            EmailAddress.Parse($"R{i}@{domains[random.Next(3)]}"),
            random.Next(4) == 0 ? null : $"{words[random.Next(words.Count)]}{(random.Next(2) == 0 ? "" : " Paris")}",
            random.Next(2) == 0 ? null : RandomSegments.Languages[random.Next(2)],
            state,
            random.Next(6) == 0,
            random.Next(3) == 0 ? "weekly" : "every",
            state is SubscriptionState.Pending || random.Next(8) == 0 ? null : Now.AddHours(-random.Next(24 * 60)),
            RandomSegments
                .Fields.Where(_ => random.Next(2) == 0)
                .ToDictionary(name => name, _ => words[random.Next(words.Count)]),
            words.Where(_ => random.Next(3) == 0).ToHashSet(),
            random.Next(2) == 0,
            Enumerable.Range(1, 3).Where(_ => random.Next(2) == 0).ToHashSet()
        );
    }

    public bool IsIn(Segment segment) =>
        segment switch
        {
            Segment.Both(var left, var right) => IsIn(left) && IsIn(right),
            Segment.Either(var left, var right) => IsIn(left) || IsIn(right),
            Segment.Not(var of) => !IsIn(of),
            Segment.OfReader(ReaderText.Name, var comparison, var value) => Is(Name, comparison, value),
            Segment.OfReader(_, var comparison, var value) => Is(
                Address.Key,
                comparison,
                value.ToLowerInvariant().Replace("@bücher.example", "@xn--bcher-kva.example", StringComparison.Ordinal)
            ),
            Segment.Field(var name, var comparison, var value) => Is(Fields.GetValueOrDefault(name), comparison, value),
            Segment.HasField(var name) => Fields.ContainsKey(name),
            Segment.Tag(var tag) => Tags.Contains(tag),
            // The publication's language is French.
            Segment.InLanguage(var language) => (Language ?? "fr") == language,
            Segment.InState(null) => Suppressed,
            Segment.InState(var state) => !Suppressed && State == state,
            Segment.InRhythm(var rhythm) => Rhythm == rhythm,
            Segment.JoinedLately(var count, DateUnit.Month) => JoinedAt >= Now.AddMonths(-count),
            Segment.JoinedLately(var count, DateUnit.Year) => JoinedAt >= Now.AddYears(-count),
            Segment.JoinedLately(var count, var unit) => JoinedAt
                >= Now.AddDays(unit is DateUnit.Week ? -7 * count : -count),
            Segment.Joined(var relation, var day) => JoinedAt is { } at && Is(at, relation, day),
            Segment.SubscribedTo => IsInOther,
            Segment.Received(var number) => Received.Contains(number),
            Segment.ReceivedAnyOfLast(var count) => Received.Any(number => number > 3 - count),
            _ => throw new NotSupportedException(),
        };

    private static bool Is(string? text, TextComparison comparison, string value) =>
        text is not null
        && comparison switch
        {
            TextComparison.Contains => text.Contains(value, StringComparison.Ordinal),
            TextComparison.StartsWith => text.StartsWith(value, StringComparison.Ordinal),
            TextComparison.EndsWith => text.EndsWith(value, StringComparison.Ordinal),
            _ => text == value,
        };

    private static bool Is(DateTimeOffset at, DayRelation relation, DateOnly day)
    {
        var shown = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Paris).DateTime);
        return relation switch
        {
            DayRelation.Before => shown < day,
            DayRelation.On => shown == day,
            _ => shown > day,
        };
    }
}
