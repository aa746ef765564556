using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Newsletter.Database;

/// <summary>Brings the database to the form that this program knows, or says why not.</summary>
internal sealed class Migrator(Databases databases, DataFolder folder)
{
    /// <summary>Applies what is pending. Only <c>serve</c>, <c>demo</c> and <c>deliver</c> do this to a database that holds data.</summary>
    /// <exception cref="Refusal">The database is newer than the program, cannot be reached, or is being migrated by another process.</exception>
    public Task MigrateAsync(CancellationToken cancel) => RunAsync(migrateOld: true, cancel);

    /// <summary>Makes an empty database ready; one that holds data and is older than the program is refused with a sentence.</summary>
    public Task RequireCurrentAsync(CancellationToken cancel) => RunAsync(migrateOld: false, cancel);

    private async Task RunAsync(bool migrateOld, CancellationToken cancel)
    {
        if (!databases.IsPostgres)
            folder.Ensure();
        await using var db = databases.CreateDbContext();
        try
        {
            var applied = await AppliedAsync(db, cancel);
            var known = db.Database.GetMigrations().ToList();
            RefuseNewer(applied, known);
            if (applied.Count == known.Count)
                return;
            if (applied.Count > 0 && !migrateOld && await HoldsDataAsync(db, cancel))
            {
                throw new Refusal(
                    $"The database {databases.Name} is older than this program; stop the service, make a backup, and start \"newsletter serve\" once, which brings it up to date."
                );
            }

            await MigrateAloneAsync(db, cancel);
        }
        catch (Exception fault) when (DatabaseFault.In(fault) is { } database)
        {
            throw new Refusal(
                $"The database {databases.Name} cannot be used: {DatabaseFault.Sentence(database)}.",
                fault
            );
        }
    }

    // A first start that was killed between two migrations leaves an empty database, which is still new. All that a
    // database holds belongs to a publication, whose table is of the first migration.
    private static async Task<bool> HoldsDataAsync(NewsletterDb db, CancellationToken cancel) =>
        await db.Database.SqlQuery<long>($"SELECT COUNT(*) AS \"Value\" FROM publications").SingleAsync(cancel) > 0;

    private async Task MigrateAloneAsync(NewsletterDb db, CancellationToken cancel)
    {
        if (databases.IsPostgres)
        {
            await db.Database.MigrateAsync(cancel);
            return;
        }

        using var alone = await WaitForLockAsync(cancel);
        // EF writes a row here before it works and removes it after; a process killed between leaves it, and every
        // later start would wait for ever. We hold a lock that dies with its process, so a row found now is stale.
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); DELETE FROM \"__EFMigrationsLock\";",
            cancel
        );
        await db.Database.MigrateAsync(cancel);
    }

    private async Task<IDisposable> WaitForLockAsync(CancellationToken cancel)
    {
        for (var i = 0; i < 100; i++)
        {
            if (folder.TryLock("migration.lock") is { } held)
                return held;
            await Task.Delay(100, cancel);
        }

        throw new Refusal(
            $"Another process has been bringing {databases.Name} up to date for ten seconds; wait for it to end."
        );
    }

    private static async Task<List<string>> AppliedAsync(NewsletterDb db, CancellationToken cancel)
    {
        // PostgreSQL: the database may not exist yet, and MigrateAsync makes it where the role may.
        var creator = db.GetService<IRelationalDatabaseCreator>();
        var history = db.GetService<IHistoryRepository>();
        if (!await creator.ExistsAsync(cancel) || !await history.ExistsAsync(cancel))
            return [];
        return [.. (await history.GetAppliedMigrationsAsync(cancel)).Select(row => row.MigrationId)];
    }

    private void RefuseNewer(List<string> applied, List<string> known)
    {
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new Refusal(
                $"The database {databases.Name} was made by a newer version of this program (it knows \"{unknown}\"); use that version, or restore an older backup."
            );
        }
    }
}
