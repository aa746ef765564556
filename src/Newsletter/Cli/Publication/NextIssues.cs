using System.Text.Json.Nodes;
using Newsletter.Publications;

namespace Newsletter.Cli;

/// <summary>When the next five issues of an edition go, and which hours until then fall on quiet days.</summary>
internal sealed record NextIssues(IReadOnlyList<DateTimeOffset> Slots, IReadOnlyList<QuietSlot> Quiet)
{
    public static NextIssues Of(Publication publication, Edition edition, DateTimeOffset now)
    {
        var (slots, quiet) = ComingSlots.Of(edition.RuleIn(publication.TimeZone, publication.QuietDays), now, 5);
        return new NextIssues(slots, quiet);
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
