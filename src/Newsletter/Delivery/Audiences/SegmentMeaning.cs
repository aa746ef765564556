using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Segments;

namespace Newsletter.Delivery.Audiences;

/// <summary>Which subscriptions of a publication are in a segment, as a condition that EF translates.</summary>
/// <param name="db">Where it will be asked.</param>
/// <param name="publication">Whose readers they are.</param>
/// <param name="now">From when "in the last 30 days" counts.</param>
/// <param name="forIssue">The issue whose audience it is: none of those that went out before; null for a list.</param>
internal sealed class SegmentMeaning(NewsletterDb db, Publication publication, DateTimeOffset now, int? forIssue)
{
    /// <exception cref="Refusal">It names a publication or an issue that is not there.</exception>
    public async Task<Expression<Func<Subscription, bool>>> OfAsync(Segment segment, CancellationToken cancel) =>
        segment switch
        {
            Segment.Both(var left, var right) => (await OfAsync(left, cancel)).And(await OfAsync(right, cancel)),
            Segment.Either(var left, var right) => (await OfAsync(left, cancel)).Or(await OfAsync(right, cancel)),
            Segment.Not(var of) => (await OfAsync(of, cancel)).Not(),
            Segment.OfReader(ReaderText.Email, var comparison, var value) => TextTest
                .Of(comparison, TextTest.Folded(comparison, value))
                .Of<Subscription, string>(s => s.Subscriber.EmailKey),
            Segment.OfReader(_, var comparison, var value) => HasName()
                .And(TextTest.Of(comparison, value).Of<Subscription, string>(s => s.Subscriber.Name!)),
            Segment.Field(var name, var comparison, var value) => Field(name, TextTest.Of(comparison, value)),
            Segment.HasField(var name) => Field(name, text => text != ""),
            Segment.Tag(var tag) => Tag(tag),
            Segment.InLanguage(var language) => Language(language),
            Segment.InState(var state) => State(state),
            Segment.InRhythm(var rhythm) => s => s.Rhythm == rhythm,
            Segment.JoinedLately(var count, var unit) => JoinedFrom(Before(count, unit)),
            Segment.Joined(var relation, var day) => Joined(relation, day),
            Segment.SubscribedTo(var slug) => await SubscribedToAsync(slug, cancel),
            Segment.Received(var number) => Received([await IssueAsync(number, cancel)]),
            Segment.ReceivedAnyOfLast(var count) => Received(await LastAsync(count, cancel)),
            _ => throw new UnreachableException(),
        };

    private static Expression<Func<Subscription, bool>> HasName() => s => s.Subscriber.Name != null;

    private Expression<Func<Subscription, bool>> Field(string name, Expression<Func<string, bool>> test)
    {
        var fields = db
            .SubscriberFields.Where(f => f.Name == name)
            .Where(test.Of<SubscriberField, string>(f => f.Value));
        return s => fields.Any(f => f.SubscriberId == s.SubscriberId);
    }

    private Expression<Func<Subscription, bool>> Tag(string tag)
    {
        var tags = db.SubscriberTags.Where(t => t.Tag == tag);
        return s => tags.Any(t => t.SubscriberId == s.SubscriberId);
    }

    private Expression<Func<Subscription, bool>> Language(string language) =>
        language == publication.Language
            ? s => s.Subscriber.Language == null || s.Subscriber.Language == language
            : s => s.Subscriber.Language == language;

    private Expression<Func<Subscription, bool>> State(SubscriptionState? state)
    {
        var suppressed = db.Suppressed();
        return state is { } wanted
            ? s => s.State == wanted && !suppressed.Contains(s.SubscriberId)
            : s => suppressed.Contains(s.SubscriberId);
    }

    private DateTimeOffset Before(int count, DateUnit unit) =>
        unit switch
        {
            DateUnit.Week => now.AddDays(-7 * count),
            DateUnit.Month => now.AddMonths(-count),
            DateUnit.Year => now.AddYears(-count),
            _ => now.AddDays(-count),
        };

    private Expression<Func<Subscription, bool>> Joined(DayRelation relation, DateOnly day)
    {
        var (start, end) = (Start(day), Start(day.AddDays(1)));
        return relation switch
        {
            DayRelation.Before => s => s.JoinedAt != null && s.JoinedAt < start,
            DayRelation.On => s => s.JoinedAt != null && s.JoinedAt >= start && s.JoinedAt < end,
            _ => JoinedFrom(end),
        };
    }

    private static Expression<Func<Subscription, bool>> JoinedFrom(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return s => s.JoinedAt != null && s.JoinedAt >= utc;
    }

    private DateTimeOffset Start(DateOnly day) =>
        new LocalClock(TimeZoneInfo.FindSystemTimeZoneById(publication.TimeZone))
            .When(day.ToDateTime(TimeOnly.MinValue))
            .ToUniversalTime();

    private async Task<Expression<Func<Subscription, bool>>> SubscribedToAsync(string slug, CancellationToken cancel)
    {
        var other = (await db.PublicationAsync(slug, cancel)).Id;
        var subscriptions = db.Subscriptions.Active().Where(o => o.PublicationId == other);
        return s => subscriptions.Any(o => o.SubscriberId == s.SubscriberId);
    }

    private Expression<Func<Subscription, bool>> Received(List<int> issues)
    {
        var sent = db.Messages.Where(m => issues.Contains(m.IssueId) && m.State == MessageState.Sent);
        return s => sent.Any(m => m.SubscriberId == s.SubscriberId);
    }

    private async Task<int> IssueAsync(int number, CancellationToken cancel) =>
        await db
            .Issues.Where(i => i.PublicationId == publication.Id && i.Number == number)
            .Select(i => (int?)i.Id)
            .SingleOrDefaultAsync(cancel)
        ?? throw new Refusal(
            $"\"{publication.Slug}\" has no issue number {number}; a segment names issues by their number in the publication, as \"newsletter issue compose\" says it."
        );

    private Task<List<int>> LastAsync(int count, CancellationToken cancel) =>
        db
            .Issues.Where(i => i.PublicationId == publication.Id && i.StartedAt != null && i.Id != forIssue)
            .OrderByDescending(i => i.StartedAt)
            .ThenByDescending(i => i.Id)
            .Select(i => i.Id)
            .Take(count)
            .ToListAsync(cancel);
}
