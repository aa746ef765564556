using System.Text.Json.Nodes;
using Newsletter.Publications;

namespace Newsletter.Cli;

/// <summary>How an edition's rule is shown, in the words in which it is set.</summary>
internal static class RuleShown
{
    public static JsonObject Document(Edition edition) =>
        new()
        {
            ["categories"] = Names(edition.Policy.Categories),
            ["authors"] = Names(edition.Policy.Authors),
            ["languages"] = Names(edition.Policy.Languages),
            ["minimum"] = edition.Minimum,
            ["maximum"] = edition.Policy.Most,
            ["order"] = Written.Word(edition.Policy.Order),
            ["tooFew"] = TooFew(edition),
            ["lead"] = Word(edition.Policy.Lead),
            ["others"] = Word(edition.Policy.Others),
            ["subjectPattern"] = edition.Policy.SubjectPattern,
            ["preheaderPattern"] = edition.Policy.PreheaderPattern,
            ["approval"] = Approval(edition),
            ["draftBeforeMinutes"] = edition.Policy.DraftLeadMinutes,
            ["missed"] = Missed(edition),
        };

    public static IEnumerable<string> Lines(Edition edition)
    {
        var policy = edition.Policy;
        yield return $"at least      {edition.Minimum} column(s); with fewer: {TooFew(edition)}";
        yield return $"at most       {policy.Limit} column(s)";
        yield return $"takes         {Choice(policy)}";
        yield return $"order         {Written.Word(policy.Order)}";
        yield return $"shows         the lead: {Word(policy.Lead)}, the others: {Word(policy.Others)}";
        yield return $"subject       {policy.SubjectPattern ?? "as the columns make it"}";
        yield return $"preheader     {policy.PreheaderPattern ?? "as the columns make it"}";
        yield return $"approval      {Approval(edition)}, draft made {Lead(policy)}";
        yield return $"missed hours  {Missed(edition)}";
    }

    private static string Choice(EditionPolicy policy)
    {
        var parts = new (string What, IReadOnlyList<string> Names)[]
        {
            ("in the categories", policy.Categories),
            ("by", policy.Authors),
            ("in the languages", policy.Languages),
        };
        var chosen = parts.Where(part => part.Names.Count > 0).ToList();
        return chosen.Count == 0
            ? "all columns"
            : $"columns {string.Join(", and ", chosen.Select(part => $"{part.What} {string.Join(", ", part.Names)}"))}";
    }

    private static string Lead(EditionPolicy policy) =>
        policy.DraftLeadMinutes == 0 ? "at the hour" : $"{Durations.Clock(policy.DraftLead)} before the hour";

    private static string TooFew(Edition edition) => edition.Policy.SendsTooFew ? "send" : "skip";

    private static string Approval(Edition edition) =>
        edition.Policy.NeedsSecond ? RuleReading.Second
        : edition.Policy.NeedsPerson ? RuleReading.Person
        : RuleReading.Schedule;

    private static string Missed(Edition edition) => edition.Policy.SkipsMissed ? "skip" : "make-up";

    private static string Word(Extent extent) => extent is Extent.AsTemplate ? "template" : Written.Word(extent);

    private static JsonArray Names(IReadOnlyList<string> names) => [.. names.Select(name => JsonValue.Create(name))];
}
