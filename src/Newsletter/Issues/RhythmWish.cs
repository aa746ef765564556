namespace Newsletter.Issues;

/// <param name="Schedules">By the name of a rhythm: a Quartz cron, or <see cref="Rhythms.Off"/>.</param>
internal sealed record RhythmWish(IReadOnlyDictionary<string, string> Schedules);
