using System.Text.Json.Nodes;
using Newsletter.Publications;

namespace Newsletter.Cli;

/// <summary>When the next five issues of an edition go, and which hours until then fall on quiet days.</summary>
internal sealed record NextIssues(IReadOnlyList<DateTimeOffset> Slots, IReadOnlyList<QuietSlot> Quiet)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366);

    public static NextIssues Of(Publication publication, Edition edition, DateTimeOffset now)
    {
        if (edition.RuleIn(publication.TimeZone, publication.QuietDays) is not { } rule)
            return new NextIssues([], []);
        var slots = rule.Following(now, 5).ToList();
        return new NextIssues(
            slots,
            [.. rule.QuietBetween(now, slots is [.., var last] ? last : now + Ahead).Take(20)]
        );
    }

    public JsonArray Document => [.. Slots.Select(slot => JsonValue.Create(Written.Local(slot)))];

    public JsonArray QuietDocument =>
        [
            .. Quiet.Select(slot => new JsonObject
            {
                ["at"] = Written.Local(slot.At),
                ["why"] = slot.Why,
                ["movedTo"] = slot.MovedTo is { } moved ? Written.Local(moved) : null,
            }),
        ];

    /// <param name="what">Which issues, in at most 13 letters.</param>
    public IEnumerable<string> Lines(string what)
    {
        foreach (var slot in Slots)
            yield return $"{what, -14}{Written.Local(slot)}";
        foreach (var slot in Quiet)
            yield return $"no issue      {Written.Local(slot.At)}: {slot.Why}{Instead(slot)}";
    }

    private static string Instead(QuietSlot slot) =>
        slot.MovedTo is { } moved ? $"; it goes {Written.Local(moved)}" : "; its columns wait for the next one";
}
