using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Audiences;

/// <summary>A publication "weekly" with three issues that went out, another one, and imagined readers in the tables.</summary>
internal sealed class ImaginedNewsroom : IAsyncDisposable
{
    private ImaginedNewsroom(Newsroom newsroom, List<ImaginedReader> readers) =>
        (Newsroom, Readers) = (newsroom, readers);

    public Newsroom Newsroom { get; }

    public IReadOnlyList<ImaginedReader> Readers { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ImaginedNewsroom> OpenAsync(Provider provider, int readers, int seed)
    {
        var newsroom = await Newsroom.OpenAsync(
            provider,
            publication =>
            {
                publication.SetLanguage("fr");
                publication.SetTimeZone("Europe/Paris", DateTimeOffset.UnixEpoch);
            }
        );
        var other = await newsroom.AddPublicationAsync("other");
        var random = new Random(seed);
        var imagined = Enumerable.Range(0, readers).Select(i => ImaginedReader.Number(i, random)).ToList();
        await using var db = newsroom.Database.Open();
        var publication = await db.Publications.SingleAsync(p => p.Slug == Newsroom.Slug, Cancel);
        var issues = await IssuesAsync(db, publication, newsroom.Database.Clock.GetUtcNow());
        foreach (var reader in imagined)
            await AddAsync(db, reader, publication, other.Id, issues);
        await db.SaveChangesAsync(Cancel);
        return new ImaginedNewsroom(newsroom, imagined);
    }

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();

    private static async Task<List<Issue>> IssuesAsync(NewsletterDb db, Publication publication, DateTimeOffset now)
    {
        var issues = Enumerable
            .Range(1, 3)
            .Select(number => new Issue(publication.Id, publication.EveryIssue.Id, number, now))
            .ToList();
        db.Issues.AddRange(issues);
        await db.SaveChangesAsync(Cancel);
        foreach (var issue in issues)
        {
            var started = now.AddDays(issue.Number - 10);
            await db
                .Issues.Where(i => i.Id == issue.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.StartedAt, started).SetProperty(i => i.State, IssueState.Sent),
                    Cancel
                );
        }

        return issues;
    }

    private static async Task AddAsync(
        NewsletterDb db,
        ImaginedReader imagined,
        Publication publication,
        int other,
        List<Issue> issues
    )
    {
        var reader = new Subscriber(imagined.Address, imagined.Name, DateTimeOffset.UnixEpoch);
        reader.Prefer(imagined.Language);
        var subscription = new Subscription(publication.Id, reader, DateTimeOffset.UnixEpoch);
        subscription.Choose(imagined.Rhythm);
        db.Subscriptions.Add(subscription);
        if (imagined.IsInOther)
        {
            var elsewhere = new Subscription(other, reader, DateTimeOffset.UnixEpoch);
            elsewhere.Activate(DateTimeOffset.UnixEpoch);
            db.Subscriptions.Add(elsewhere);
        }

        if (imagined.Suppressed)
            db.Suppressions.Add(Suppression.Of(imagined.Address.Value, "asked", DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync(Cancel);
        await db
            .Subscriptions.Where(s => s.Id == subscription.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.State, imagined.State).SetProperty(s => s.JoinedAt, imagined.JoinedAt),
                Cancel
            );
        db.SubscriberFields.AddRange(imagined.Fields.Select(f => new SubscriberField(reader.Id, f.Key, f.Value)));
        db.SubscriberTags.AddRange(imagined.Tags.Select(tag => new SubscriberTag(reader.Id, tag)));
        foreach (var issue in issues)
        {
            // One who did not receive it may have a row all the same.
            var state = imagined.Received.Contains(issue.Number) ? "Sent" : "Failed";
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO messages (issue_id, subscriber_id, subscription_id, state, attempts, not_before) SELECT id, {reader.Id}, {subscription.Id}, {state}, 0, created_at FROM issues WHERE id = {issue.Id}",
                Cancel
            );
        }
    }
}
