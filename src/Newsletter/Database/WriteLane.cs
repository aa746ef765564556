using Microsoft.EntityFrameworkCore;

namespace Newsletter.Database;

/// <summary>
/// The one lane that bulk and hot writes on SQLite pass, since it has one writer and waits for it by sleeping.
/// On PostgreSQL nobody waits here. What passes is short: at most some 50 ms. Two processes that write the same rows
/// clash, and the second decides again on what it then finds: a write given here makes its entities anew each time.
/// </summary>
internal sealed class WriteLane(Databases databases) : IDisposable
{
    private const int Tries = 4;

    private readonly SemaphoreSlim lane = new(1, 1);

    // On SQLite, for whoever is in the lane. To open a connection makes some forty functions of EF anew, which is more
    // than a small write.
    private NewsletterDb? kept;

    /// <summary>Runs a write in the lane, in a transaction of its own, and commits it.</summary>
    public async Task<T> WriteAsync<T>(Func<NewsletterDb, Task<T>> write, CancellationToken cancel)
    {
        if (databases.IsPostgres)
            return await CommitRepeatablyAsync(write, cancel);
        await lane.WaitAsync(cancel);
        try
        {
            return await CommitRepeatablyAsync(write, cancel);
        }
        finally
        {
            lane.Release();
        }
    }

    public Task WriteAsync(Func<NewsletterDb, Task> write, CancellationToken cancel) =>
        WriteAsync(
            async db =>
            {
                await write(db);
                return true;
            },
            cancel
        );

    public void Dispose()
    {
        kept?.Dispose();
        lane.Dispose();
    }

    private async Task<T> CommitRepeatablyAsync<T>(Func<NewsletterDb, Task<T>> write, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CommitAsync(write, cancel);
            }
            catch (Exception fault) when (attempt < Tries && DatabaseFault.IsClash(fault))
            {
                // The transaction was rolled back; the next turn reads what the other process wrote.
            }
        }
    }

    private async Task<T> CommitAsync<T>(Func<NewsletterDb, Task<T>> write, CancellationToken cancel)
    {
        var db = kept ?? await OpenAsync(cancel);
        kept = null;
        try
        {
            // On SQLite EF begins IMMEDIATE: the write lock is taken before the first read, so it is never upgraded too late.
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var result = await write(db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
            // What failed may be in any state; what was committed is as good as new.
            kept = databases.IsPostgres ? null : db;
            return result;
        }
        finally
        {
            if (kept != db)
                await db.DisposeAsync();
        }
    }

    private async Task<NewsletterDb> OpenAsync(CancellationToken cancel)
    {
        var db = databases.CreateDbContext();
        if (!databases.IsPostgres)
            await db.Database.OpenConnectionAsync(cancel);
        return db;
    }
}
