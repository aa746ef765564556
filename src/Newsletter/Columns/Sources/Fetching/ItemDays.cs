using System.Globalization;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>On which day an item was published, for its readers.</summary>
/// <param name="zone">Of the publication.</param>
internal sealed class ItemDays(TimeZoneInfo zone, DateTimeOffset now)
{
    // Blogs are younger; what is older is a clock that was never set.
    private const int FirstYear = 1990;

    /// <summary>
    /// Software that writes all times in UTC hides the day on which the readers saw it: it is that of the publication's
    /// zone. A midnight is a day without a time.
    /// </summary>
    public SourceItem AsSeen(SourceItem item) =>
        item.PublishedAt is { } at && at.Offset == TimeSpan.Zero && at.TimeOfDay != TimeSpan.Zero
            ? item with
            {
                PublishedAt = TimeZoneInfo.ConvertTime(at, zone),
            }
            : item;

    /// <summary>Without a day that cannot be, which would set its place among the others.</summary>
    public ColumnDraft Judged(ColumnDraft draft, SourceItem item)
    {
        if (item.PublishedAt is not { } at || (at.Year >= FirstYear && at <= now.AddDays(1)))
            return draft;
        var day = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return draft with
        {
            Date = null,
            Notices = [.. draft.Notices, $"Its source dates it {day}, which cannot be; it has no day."],
        };
    }
}
