namespace Newsletter.Publications;

/// <summary>The next hours of a rule, and which hours until then fall on quiet days.</summary>
/// <param name="Slots">Each with the offset of its zone at that hour.</param>
internal sealed record ComingSlots(IReadOnlyList<DateTimeOffset> Slots, IReadOnlyList<QuietSlot> Quiet)
{
    private const int MostQuiet = 20;

    private static readonly TimeSpan s_ahead = TimeSpan.FromDays(366);

    /// <param name="rule">Null for none, which has no hours.</param>
    /// <param name="now">The first is later.</param>
    /// <param name="count">How many.</param>
    public static ComingSlots Of(EditionRule? rule, DateTimeOffset now, int count)
    {
        if (rule is null)
            return new ComingSlots([], []);
        var slots = rule.Following(now, count).ToList();
        return new ComingSlots(
            slots,
            [.. rule.QuietBetween(now, slots is [.., var last] ? last : now + s_ahead).Take(MostQuiet)]
        );
    }

    /// <summary>Those of a rule that somebody is typing.</summary>
    /// <param name="publication">Whose zone and quiet days are read, where none are typed.</param>
    /// <param name="settings">What is typed; a schedule that is null or empty has no hours.</param>
    /// <exception cref="Refusal">A word of it is not possible.</exception>
    public static ComingSlots Of(Publication publication, PublicationSettings settings, DateTimeOffset now, int count)
    {
        var quiet = settings.Quiet is { } days ? publication.QuietDays.On(days) : publication.QuietDays;
        if (settings.OnQuiet is { } answer)
            quiet = quiet.Answered(answer);
        return Of(
            string.IsNullOrWhiteSpace(settings.Schedule)
                ? null
                : new EditionRule(EditionRule.Checked(settings.Schedule, now), publication.TimeZone, quiet),
            now,
            count
        );
    }
}
