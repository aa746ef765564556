using CsCheck;
using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery.Audiences;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.Segments;
using Newsletter.Tests.Subscribers.Segments;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Audiences;

public sealed class SegmentMeaningTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_database_finds_those_of_whom_a_segment_is_true(Provider provider)
    {
        await using var imagined = await ImaginedNewsroom.OpenAsync(provider, readers: 40, seed: 1);
        await RandomSegments.Any.SampleAsync(
            async segment =>
            {
                var expected = imagined
                    .Readers.Where(reader => reader.IsIn(segment))
                    .Select(reader => reader.Address.Key);
                var found = await FoundAsync(imagined.Newsroom, segment);
                Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            },
            iter: 250,
            threads: 1
        );
    }

    [Theory, OnBothDatabases]
    public async Task No_word_of_a_segment_is_a_part_of_the_statement(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await using var db = newsroom.Database.Open();
        var publication = await db.PublicationAsync(Newsroom.Slug, Cancel);
        var text =
            "tag evil or field evil contains evil or name starts with evil or email ends with evil or rhythm is weekly";

        var meaning = await Meaning(db, publication, newsroom).OfAsync(Segment.Parse(text), Cancel);
        await using var command = db.Subscriptions.Where(meaning).CreateDbCommand();

        Assert.DoesNotContain("evil", command.CommandText, StringComparison.Ordinal);
        Assert.DoesNotContain("weekly", command.CommandText, StringComparison.Ordinal);
        Assert.Contains(
            command.Parameters.Cast<System.Data.Common.DbParameter>(),
            parameter => parameter.Value is "evil"
        );
    }

    [Theory, OnBothDatabases]
    public async Task The_longest_segment_is_answered(Provider provider)
    {
        await using var imagined = await ImaginedNewsroom.OpenAsync(provider, readers: 3, seed: 2);
        var many = string.Concat(Enumerable.Repeat("tag x or ", 220)) + "tag Paris";
        var expected = imagined.Readers.Count(reader => reader.Tags.Contains("Paris"));

        Assert.Equal(expected, (await FoundAsync(imagined.Newsroom, Segment.Parse(many))).Count);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_named_and_is_not_there_is_said(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var readers = new SegmentReaders(newsroom.Database.Databases, newsroom.Database.Clock);

        var issue = await Assert.ThrowsAsync<Refusal>(() =>
            readers.CheckedAsync(Newsroom.Slug, "received issue 7", Cancel)
        );
        var publication = await Assert.ThrowsAsync<Refusal>(() =>
            readers.CountAsync(Newsroom.Slug, "tag a or subscribed to nowhere", Cancel)
        );

        Assert.Contains("has no issue number 7", issue.Message, StringComparison.Ordinal);
        Assert.Contains("no publication \"nowhere\"", publication.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Of_a_segment_those_whom_an_issue_would_reach_are_counted_apart(Provider provider)
    {
        await using var imagined = await ImaginedNewsroom.OpenAsync(provider, readers: 30, seed: 3);
        var readers = new SegmentReaders(imagined.Newsroom.Database.Databases, imagined.Newsroom.Database.Clock);
        var inSegment = imagined.Readers.Where(reader => reader.Tags.Contains("Paris")).ToList();

        var count = await readers.CountAsync(Newsroom.Slug, "tag Paris", Cancel);
        var all = await readers.CountAsync(Newsroom.Slug, null, Cancel);

        Assert.Equal(new SegmentCount("tag Paris", inSegment.Count, inSegment.Count(IsReachable)), count);
        Assert.Equal(new SegmentCount(null, 30, imagined.Readers.Count(IsReachable)), all);
    }

    private static bool IsReachable(ImaginedReader reader) =>
        reader is { State: SubscriptionState.Active, Suppressed: false };

    private static SegmentMeaning Meaning(NewsletterDb db, Publication publication, Newsroom newsroom) =>
        new(db, publication, newsroom.Database.Clock.GetUtcNow(), forIssue: null);

    private static async Task<List<string>> FoundAsync(Newsroom newsroom, Segment segment)
    {
        var list = new SubscriberList(newsroom.Database.Databases);
        var filter = new SegmentReaders(newsroom.Database.Databases, newsroom.Database.Clock).FilterOf(
            segment.ToString()
        );
        var found = new List<string>();
        await foreach (var row in list.ReadAsync(Newsroom.Slug, state: null, filter, Cancel))
            found.Add(EmailAddress.Parse(row.Email).Key);
        return found;
    }
}
