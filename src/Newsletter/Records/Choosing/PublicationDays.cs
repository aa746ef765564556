using System.Globalization;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Records.Choosing;

/// <summary>The days until which a reader can pause, by the clock of a publication: a pause ends where its day begins.</summary>
internal sealed class PublicationDays(string zone, DateTimeOffset now)
{
    private readonly LocalClock clock = new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    public DateOnly Earliest => Today.AddDays(1);

    public DateOnly Latest => Today.AddDays(Pauses.LongestInDays);

    private DateOnly Today => DateOnly.FromDateTime(clock.At(now));

    public DateOnly? DayOf(DateTimeOffset? instant) =>
        instant is { } until ? DateOnly.FromDateTime(clock.At(until)) : null;

    public DateTimeOffset BeginningOf(DateOnly day) => clock.When(day.ToDateTime(TimeOnly.MinValue)).ToUniversalTime();

    /// <param name="text">ISO 8601, as a browser's field for dates writes it; or as people of Europe write it.</param>
    /// <param name="present">Kept as it is, however near it has come.</param>
    public ChoiceFaultKind? FaultOf(string text, DateOnly? present, out DateOnly day)
    {
        string[] forms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy"];
        if (!DateOnly.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return ChoiceFaultKind.NoDay;
        return day == present ? null
            : day < Earliest ? ChoiceFaultKind.DayTooEarly
            : day > Latest ? ChoiceFaultKind.DayTooLate
            : null;
    }
}
