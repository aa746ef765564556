using System.Globalization;
using Newsletter.Columns;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Review;

/// <summary>The subject and preheader of an issue: a person's, else those of its edition's patterns, else none.</summary>
internal static class EditionHeadlines
{
    public static (string? Subject, string? Preheader) Of(
        Publication publication,
        Issue issue,
        DateTimeOffset date,
        IReadOnlyList<ColumnRevision> columns
    )
    {
        var policy = publication.Editions.Single(e => e.Id == issue.EditionId).Policy;
        var words = new HeadlineWords(
            publication.Title,
            issue.Number.ToString(CultureInfo.InvariantCulture),
            LongDate.Of(DayIn(publication.TimeZone, date), publication.Language),
            columns is [var lead, ..] ? lead.Title : "",
            columns.Count.ToString(CultureInfo.InvariantCulture)
        );
        return (
            issue.Subject ?? HeadlinePattern.Fill(policy.SubjectPattern, words),
            issue.Preheader ?? HeadlinePattern.Fill(policy.PreheaderPattern, words)
        );
    }

    private static DateOnly DayIn(string zone, DateTimeOffset date) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(date, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
}
