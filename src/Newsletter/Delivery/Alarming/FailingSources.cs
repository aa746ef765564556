using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Delivery.Alarming;

/// <summary>Sources that bring nothing any more, since each of their last fetches failed.</summary>
internal sealed class FailingSources(Databases databases, TimeProvider clock)
{
    // A source that is asked once a day may fail at two hours in a row by chance.
    private const int Fewest = 3;

    private const int Most = 100;

    /// <param name="after">For how long one fails before that is an alarm. A paused one is not asked, and so does not fail.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<AlarmEvent>> LastingAsync(TimeSpan after, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - after;
        await using var db = databases.CreateDbContext();
        var failing = await db
            .Sources.AsNoTracking()
            .Where(s => s.PausedAt == null && s.FailsSince <= before && s.Failures >= Fewest)
            .OrderByDescending(s => s.FailsSince)
            .Take(Most)
            .Join(
                db.Publications.IgnoreAutoIncludes(),
                s => s.PublicationId,
                p => p.Id,
                (s, p) => new { Source = s, p.Title }
            )
            .ToListAsync(cancel);
        return [.. failing.Select(one => Event(one.Source, one.Title))];
    }

    private static AlarmEvent Event(Source source, string title)
    {
        var since = source.FailsSince!.Value;
        return new AlarmEvent(
            Said($"source:{source.Id}:{since.UtcTicks}"),
            "a source fails",
            Said(
                $"Source {source.Id} of {title}, {source.Address}, cannot be fetched since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {source.Failures} times in a row: {source.Trouble} It is asked again by itself, once a day at least. \"newsletter source fetch {source.Id}\" asks it now, \"newsletter source set {source.Id} --address\" says where it is now, and \"newsletter source pause {source.Id}\" lets it rest."
            ),
            source.PublicationId
        );
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
