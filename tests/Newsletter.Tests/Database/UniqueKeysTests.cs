using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Database;

/// <summary>
/// What may exist once is kept by the schema itself, whoever writes: rows are copied here by bare SQL, as a second
/// process would that has seen nothing of the first.
/// </summary>
public sealed class UniqueKeysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_reader_has_one_message_of_an_issue(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await using var db = bench.Database.Open();

        await RefusedAsync(
            db,
            """
            INSERT INTO messages (issue_id, subscriber_id, subscription_id, state, attempts, not_before)
            SELECT issue_id, subscriber_id, subscription_id, state, attempts, not_before FROM messages
            """
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_person_is_one_subscriber_and_has_one_subscription_to_a_publication(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        await using var db = bench.Database.Open();

        await RefusedAsync(
            db,
            "INSERT INTO subscribers (email, email_key, created_at) SELECT email, email_key, created_at FROM subscribers"
        );
        await RefusedAsync(
            db,
            """
            INSERT INTO subscriptions (publication_id, subscriber_id, state, rhythm, created_at, changed_at)
            SELECT publication_id, subscriber_id, state, rhythm, created_at, changed_at FROM subscriptions
            """
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_column_is_taken_by_one_issue_of_an_edition_and_an_issue_has_a_number_of_its_own(
        Provider provider
    )
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        await newsroom.ComposeAsync();
        await using var db = newsroom.Database.Open();

        await RefusedAsync(
            db,
            "INSERT INTO carryings (edition_id, column_id, issue_id) SELECT edition_id, column_id, issue_id FROM carryings"
        );
        await RefusedAsync(
            db,
            """
            INSERT INTO issues (publication_id, edition_id, number, state, created_at)
            SELECT publication_id, edition_id, number, state, created_at FROM issues
            """
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_slot_of_an_edition_is_answered_once(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await using var db = newsroom.Database.Open();
        var slot = new Slot(1, newsroom.Database.Clock.GetUtcNow(), newsroom.Database.Clock.GetUtcNow());
        slot.Skip("nothing new");
        db.Slots.Add(slot);
        await db.SaveChangesAsync(Cancel);

        await RefusedAsync(
            db,
            "INSERT INTO slots (edition_id, at, answered_at, skipped) SELECT edition_id, at, answered_at, skipped FROM slots"
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_slug_is_one_publication(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await using var db = newsroom.Database.Open();
        db.Publications.Add(Some.Publication(Newsroom.Slug, newsroom.Database.Clock.GetUtcNow()));

        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));

        Assert.True(DatabaseFault.IsClash(fault), fault.ToString());
    }

    /// <summary>Refused for a key that is taken, and not for a column that is missing from the statement.</summary>
    private static async Task RefusedAsync(NewsletterDb db, string copy)
    {
        var fault = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(copy, Cancel));
        Assert.True(DatabaseFault.IsClash(fault), fault.Message);
    }
}
