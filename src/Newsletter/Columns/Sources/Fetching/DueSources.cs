using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Fetches sources by themselves when they are due; a failing or a slow one never stops the others.</summary>
internal sealed class DueSources(
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    SourceFetching fetching,
    TimeProvider clock
) : IDisposable
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);

    /// <summary>
    /// All that are due, a few at once; of several processes each is fetched by one. Where others take long and hold all
    /// places, it is left to who comes next.
    /// </summary>
    public async Task FetchAsync(CancellationToken cancel)
    {
        var running = new List<Task>();
        foreach (var id in await DueAsync(cancel))
        {
            while (!places.Wait(0, cancel))
            {
                running.RemoveAll(fetch => fetch.IsCompleted);
                if (running.Count == 0)
                    return;
                await Task.WhenAny(running);
            }

            running.Add(InPlaceAsync(id, cancel));
        }

        await Task.WhenAll(running);
    }

    public void Dispose() => places.Dispose();

    private async Task InPlaceAsync(int id, CancellationToken cancel)
    {
        try
        {
            if (await ClaimAsync(id, cancel))
                await FetchClaimedAsync(id, cancel);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task FetchClaimedAsync(int id, CancellationToken cancel)
    {
        try
        {
            await fetching.FetchAsync(id, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Whoever comes next need not wait until the claim ends.
            await ClaimUntilAsync(id, clock.GetUtcNow(), CancellationToken.None);
            throw;
        }
    }

    private async Task<List<int>> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db
            .Sources.Where(s => s.PausedAt == null && s.NextAt <= now)
            .OrderBy(s => s.NextAt)
            .Select(s => s.Id)
            .ToListAsync(cancel);
    }

    private Task<bool> ClaimAsync(int id, CancellationToken cancel) =>
        ClaimUntilAsync(id, clock.GetUtcNow() + SourceFetching.Claimed, cancel, dueAt: clock.GetUtcNow());

    private async Task<bool> ClaimUntilAsync(
        int id,
        DateTimeOffset until,
        CancellationToken cancel,
        DateTimeOffset? dueAt = null
    ) =>
        await lane.WriteAsync(
            db =>
                db.Sources.Where(s => s.Id == id && (dueAt == null || (s.PausedAt == null && s.NextAt <= dueAt)))
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextAt, until), cancel),
            cancel
        ) > 0;
}
