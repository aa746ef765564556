using Newsletter.Publications.Calendars;

namespace Newsletter.Publications;

/// <summary>A rhythm of a publication with its rule. Each publication has one named <see cref="Every"/>.</summary>
internal sealed class Edition
{
    /// <summary>The rhythm of readers who want every issue.</summary>
    public const string Every = "every";

    /// <summary>The rhythm of readers who want what a week brought in one issue.</summary>
    public const string Weekly = "weekly";

    /// <summary>The rhythm of readers who want what a month brought in one issue.</summary>
    public const string Monthly = "monthly";

    /// <summary>The most columns that one issue takes; what is left goes into the next one.</summary>
    public const int MostColumns = 200;

    // For EF.
    private Edition() { }

    /// <summary>All that a publication can have.</summary>
    public static IReadOnlyList<string> Rhythms { get; } = [Every, Weekly, Monthly];

    public Edition(string rhythm) => Rhythm = rhythm;

    public int Id { get; private set; }

    public int PublicationId { get; private set; }

    public string Rhythm { get; private set; } = Every;

    /// <summary>Whether readers can choose it. One that was taken back stays, with what it carried, and has no rule.</summary>
    public bool IsOffered => Rhythm == Every || Schedule is not null;

    /// <summary>A Quartz cron of 6 or 7 fields, read in the publication's zone; null where issues are made by hand.</summary>
    public string? Schedule { get; private set; }

    /// <summary>How many columns an issue needs; fewer wait for the next slot. At least 1.</summary>
    public int Minimum { get; private set; } = 1;

    /// <summary>As it is kept; null for what every edition has.</summary>
    public string? PolicyJson { get; private set; }

    /// <summary>Which columns its issues take, how many, in which order, and who lets them go.</summary>
    public EditionPolicy Policy => EditionPolicy.Parse(PolicyJson);

    /// <summary>Slots at or before this instant are settled; the rule looks only after it. Null until a rule is set.</summary>
    public DateTimeOffset? SettledUpTo { get; private set; }

    /// <summary>Sets the rule from now on: a slot that lies before <paramref name="now"/> is never made up for.</summary>
    public void Schedules(string? cron, DateTimeOffset now)
    {
        Schedule = string.IsNullOrWhiteSpace(cron) ? null : EditionRule.Checked(cron, now);
        SettledUpTo = Schedule is null ? null : now;
    }

    public void NeedsAtLeast(int columns) =>
        Minimum = columns is >= 1 and <= MostColumns
            ? columns
            : throw new Refusal(
                $"A minimum of {columns} columns is not possible; use a number from 1 to {MostColumns} (--minimum)."
            );

    /// <exception cref="Refusal">It takes fewer columns than it needs.</exception>
    public void Takes(EditionPolicy policy)
    {
        if (policy.Most < Minimum)
            throw new Refusal(
                $"An issue cannot take at most {policy.Most} columns and need at least {Minimum}; raise --maximum or lower --minimum."
            );
        PolicyJson = policy.ToJson() is var json && json == EditionPolicy.Default.ToJson() ? null : json;
    }

    /// <summary>Whatever lies before <paramref name="now"/> is not made up for.</summary>
    public void SettleAll(DateTimeOffset now)
    {
        if (SettledUpTo is not null)
            SettledUpTo = now;
    }

    /// <summary>A slot was served, skipped or given up; the next one counts from here.</summary>
    public void Settle(DateTimeOffset slot)
    {
        if (SettledUpTo is null || slot > SettledUpTo)
            SettledUpTo = slot;
    }

    /// <summary>The rule as a zone reads it, on days that are not quiet; null where none is set.</summary>
    public EditionRule? RuleIn(string zone, QuietDays? quiet = null) =>
        Schedule is null ? null : new EditionRule(Schedule, zone, quiet);

    /// <summary>
    /// The slot to answer now: the latest one that has passed unanswered, or the next one where its draft is made by now;
    /// null where there is none.
    /// </summary>
    public DateTimeOffset? SlotToAnswer(string zone, QuietDays quiet, DateTimeOffset now) =>
        RuleIn(zone, quiet) is not { } rule || SettledUpTo is not { } settled ? null
        : rule.LatestDue(settled, now) is { } missed ? missed
        : rule.NextAfter(settled > now ? settled : now) is { } next && next - Policy.DraftLead <= now ? next
        : null;

    /// <summary>When it has something to do: now where a slot waits for its answer, else when the next draft is made; null for never.</summary>
    public DateTimeOffset? WakesAt(string zone, QuietDays quiet, DateTimeOffset now) =>
        RuleIn(zone, quiet) is not { } rule || SettledUpTo is not { } settled ? null
        : SlotToAnswer(zone, quiet, now) is not null ? now
        : rule.NextAfter(settled > now ? settled : now) - Policy.DraftLead;
}
