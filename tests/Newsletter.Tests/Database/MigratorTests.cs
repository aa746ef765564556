using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Database;

public sealed class MigratorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_migrated_database_keeps_a_publication_as_it_was_given(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var sender = Mailbox.Parse("La Lettre <lettre@example.org>");
        await using (var db = database.Open())
        {
            db.Publications.Add(new Publication("lettre", "La Lettre", sender, database.Clock.GetUtcNow()));
            await db.SaveChangesAsync(Cancel);
        }

        await using var again = database.Open();
        var kept = await again.PublicationAsync("lettre", Cancel);
        Assert.Equal(("La Lettre", sender, database.Clock.GetUtcNow()), (kept.Title, kept.Sender, kept.CreatedAt));
        Assert.Equal(1, kept.EveryIssue.Minimum);
    }

    [Theory, OnBothDatabases]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_FromTheFuture', '99.0.0')",
            Cancel
        );

        var migrator = new Migrator(database.Databases, database.Folder);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => migrator.MigrateAsync(Cancel));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_lock_that_a_killed_process_left_behind_does_not_stop_the_next_start()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        database.Folder.Ensure();
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')",
                Cancel
            );
        }

        await new Migrator(database.Databases, database.Folder)
            .MigrateAsync(Cancel)
            .WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await using var migrated = database.Open();
        Assert.Empty(await migrated.Publications.ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_in_the_sentence()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        database.Folder.Ensure();
        await File.WriteAllTextAsync(database.Folder.DatabaseFile, new string('x', 4096), Cancel);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            new Migrator(database.Databases, database.Folder).MigrateAsync(Cancel)
        );
        Assert.Contains(database.Folder.DatabaseFile, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no SQLite database", refusal.Message, StringComparison.Ordinal);
    }
}
