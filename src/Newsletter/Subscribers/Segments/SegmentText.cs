using System.Globalization;

namespace Newsletter.Subscribers.Segments;

/// <summary>Writes a segment in the one form in which it is kept.</summary>
internal static class SegmentText
{
    public static string Of(Segment segment) =>
        segment switch
        {
            Segment.Both(var left, var right) => $"{Within(left, inBoth: true)} and {Right(right, inBoth: true)}",
            Segment.Either(var left, var right) => $"{Within(left, inBoth: false)} or {Right(right, inBoth: false)}",
            Segment.Not(Segment.Received(var number)) => Invariant($"did not receive issue {number}"),
            Segment.Not(Segment.ReceivedAnyOfLast(var count)) =>
                $"did not receive any of the last {Counted(count, "issue")}",
            Segment.Not(var of) => $"not {(of is Segment.Both or Segment.Either ? $"({Of(of)})" : Of(of))}",
            Segment.OfReader(var what, var comparison, var value) =>
                $"{what.ToString().ToLowerInvariant()} {Word(comparison)} {Text(value)}",
            Segment.Field(var name, var comparison, var value) =>
                $"field {Text(name)} {Word(comparison)} {Text(value)}",
            Segment.HasField(var name) => $"has field {Text(name)}",
            Segment.Tag(var tag) => $"tag {Text(tag)}",
            Segment.InLanguage(var language) => $"language is {language}",
            Segment.InState(var state) =>
                $"state is {state?.ToString().ToLowerInvariant() ?? SubscriberList.SuppressedWord}",
            Segment.InRhythm(var rhythm) => $"rhythm is {Text(rhythm)}",
            Segment.JoinedLately(var count, var unit) => $"joined in the last {Counted(count, Word(unit))}",
            Segment.Joined(var relation, var day) => Invariant(
                $"joined {relation.ToString().ToLowerInvariant()} {day:yyyy-MM-dd}"
            ),
            Segment.SubscribedTo(var publication) => $"subscribed to {Text(publication)}",
            Segment.Received(var number) => Invariant($"received issue {number}"),
            Segment.ReceivedAnyOfLast(var count) => $"received any of the last {Counted(count, "issue")}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string Word(DateUnit unit) => unit.ToString().ToLowerInvariant();

    // "and" binds more than "or", and both read from the left.
    private static string Within(Segment part, bool inBoth) =>
        inBoth && part is Segment.Either ? $"({Of(part)})" : Of(part);

    private static string Right(Segment part, bool inBoth) =>
        part is Segment.Either || (inBoth && part is Segment.Both) ? $"({Of(part)})" : Of(part);

    private static string Word(TextComparison comparison) =>
        comparison switch
        {
            TextComparison.Contains => "contains",
            TextComparison.StartsWith => "starts with",
            TextComparison.EndsWith => "ends with",
            _ => "=",
        };

    private static string Counted(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Text(string value) =>
        SegmentTokens.IsWord(value) && !SegmentParser.Reserved.Contains(value)
            ? value
            : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
