using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers.Importing;

/// <summary>Reads readers from the file of another program into a publication, in batches, each committed by itself.</summary>
internal sealed class Import(IDbContextFactory<NewsletterDb> databases, WriteLane lane, TimeProvider clock)
{
    // Some 20 ms of the lane on SQLite.
    private const int BatchSize = 500;

    /// <summary>Running it again with the same file changes nothing. One bad row is reported, and the rest goes on.</summary>
    /// <exception cref="Refusal">The file as a whole cannot be read, or there is no such publication; nothing was written.</exception>
    public Task<ImportResult> RunAsync(
        ImportOrder order,
        IProgress<ImportProgress>? progress,
        CancellationToken cancel
    ) => RunAsync(order, ImportPlan.Of(order.File, order.From), progress, cancel);

    /// <summary>The same for a file that was looked through already, so that its columns could be shown first.</summary>
    /// <exception cref="Refusal">There is no such publication; nothing was written.</exception>
    public async Task<ImportResult> RunAsync(
        ImportOrder order,
        ImportPlan plan,
        IProgress<ImportProgress>? progress,
        CancellationToken cancel
    )
    {
        var target = await TargetAsync(order, plan.File, cancel);
        var gathering = new RowGathering();
        var ahead = new ReadAhead(plan, new RowReader(plan.Columns, clock.GetUtcNow()), gathering, BatchSize);
        var result = new ImportResult();
        await foreach (var batch in ahead.BatchesAsync(cancel))
        {
            result = await WriteAsync(batch, target, order.DryRun, result, cancel);
            progress?.Report(batch.Progress);
        }

        return result with
        {
            Read = gathering.Read,
            Duplicates = gathering.Duplicates,
            RefusedTotal = gathering.RefusedTotal,
            Refused = gathering.Refused,
        };
    }

    private async Task<ImportTarget> TargetAsync(ImportOrder order, ImportFile file, CancellationToken cancel)
    {
        var consent = order.Consent is null ? null : GivenConsent.Said(order.Consent);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var id = (await db.PublicationAsync(order.Publication, cancel)).Id;
        var rhythms = await db.Editions.Where(e => e.PublicationId == id).Select(e => e.Rhythm).ToListAsync(cancel);
        return new ImportTarget(id, file.Name, consent) { Rhythms = rhythms };
    }

    private async Task<ImportResult> WriteAsync(
        ReadBatch batch,
        ImportTarget target,
        bool dryRun,
        ImportResult result,
        CancellationToken cancel
    )
    {
        var counts = await WriteAsync(target, batch.Rows, dryRun, cancel);
        await WriteAsync(target, batch.Corrections, dryRun, cancel);
        return result with
        {
            Added = result.Added + counts.Added,
            Updated = result.Updated + counts.Updated,
            Unchanged = result.Unchanged + counts.Unchanged,
            Suppressed = result.Suppressed + counts.Suppressed,
            Pending = result.Pending + counts.Pending,
            Sample = result.Sample.Count == 0 ? counts.Sample : result.Sample,
        };
    }

    private async Task<BatchCounts> WriteAsync(
        ImportTarget target,
        List<ImportRow> rows,
        bool dryRun,
        CancellationToken cancel
    )
    {
        if (rows.Count == 0)
            return new BatchCounts();
        if (!dryRun)
        {
            return await lane.WriteAsync(
                async db =>
                {
                    await ErasureTurn.BeforeAddingAsync(db, cancel);
                    return await new ImportBatch(target, clock.GetUtcNow(), rows).WriteAsync(db, cancel);
                },
                cancel
            );
        }

        await using var unsaved = await databases.CreateDbContextAsync(cancel);
        return await new ImportBatch(target, clock.GetUtcNow(), rows).DecideAsync(unsaved, cancel);
    }
}
