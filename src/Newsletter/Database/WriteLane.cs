namespace Newsletter.Database;

/// <summary>
/// The one lane that bulk and hot writes on SQLite pass, since it has one writer and waits for it by sleeping.
/// On PostgreSQL nobody waits here. What passes is short: at most some 50 ms.
/// </summary>
internal sealed class WriteLane(Databases databases) : IDisposable
{
    private readonly SemaphoreSlim lane = new(1, 1);

    /// <summary>Runs a write in the lane, in a transaction of its own, and commits it.</summary>
    public async Task<T> WriteAsync<T>(Func<NewsletterDb, Task<T>> write, CancellationToken cancel)
    {
        if (databases.IsPostgres)
            return await CommitAsync(write, cancel);
        await lane.WaitAsync(cancel);
        try
        {
            return await CommitAsync(write, cancel);
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

    public void Dispose() => lane.Dispose();

    private async Task<T> CommitAsync<T>(Func<NewsletterDb, Task<T>> write, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        // On SQLite EF begins IMMEDIATE: the write lock is taken before the first read, so it is never upgraded too late.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await write(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }
}
