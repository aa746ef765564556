using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers.Importing;

/// <summary>Reads readers from the file of another program into a publication, in batches, each committed by itself.</summary>
internal sealed class Import(IDbContextFactory<NewsletterDb> databases, WriteLane lane, TimeProvider clock)
{
    // Some 20 ms of the lane on SQLite.
    private const int BatchSize = 500;

    private static readonly string[] LaterSystems =
    [
        "mailchimp",
        "substack",
        "ghost",
        "listmonk",
        "buttondown",
        "beehiiv",
        "brevo",
        "keila",
    ];

    /// <summary>Running it again with the same file changes nothing. One bad row is reported, and the rest goes on.</summary>
    /// <exception cref="Refusal">The file as a whole cannot be read, or there is no such publication; nothing was written.</exception>
    public async Task<ImportResult> RunAsync(
        ImportOrder order,
        IProgress<ImportProgress>? progress,
        CancellationToken cancel
    )
    {
        RefuseOtherSystems(order.From);
        var consent = order.Consent is null ? null : GivenConsent.Said(order.Consent);
        var target = new ImportTarget(await PublicationIdAsync(order, cancel), "", consent);
        var file = ImportFile.Inspect(order.File);
        target = target with { FileName = file.Name };
        var sheet = Sheet.Of(file);
        var csv = new CsvRows(file, sheet.Separator, sheet.FirstLine);
        var reader = new RowReader(sheet.Columns);
        var gathering = new RowGathering();
        var result = new ImportResult();
        foreach (var row in csv.Read().Skip(sheet.HasHeader ? 1 : 0).Where(row => !RowReader.IsEmpty(row)))
        {
            if (reader.TryRead(row, out var found, out var why))
                gathering.Add(found);
            else
                gathering.Refuse(row.Line, why);
            if (gathering.Waiting < BatchSize)
                continue;
            result = await WriteAsync(gathering, target, order.DryRun, result, cancel);
            progress?.Report(new ImportProgress(gathering.Read, Math.Min(1.0, (double)csv.Position / file.Length)));
        }

        result = await WriteAsync(gathering, target, order.DryRun, result, cancel);
        progress?.Report(new ImportProgress(gathering.Read, 1));
        return result with
        {
            Read = gathering.Read,
            Duplicates = gathering.Duplicates,
            RefusedTotal = gathering.RefusedTotal,
            Refused = gathering.Refused,
        };
    }

    private async Task<int> PublicationIdAsync(ImportOrder order, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.PublicationAsync(order.Publication, cancel)).Id;
    }

    private async Task<ImportResult> WriteAsync(
        RowGathering gathering,
        ImportTarget target,
        bool dryRun,
        ImportResult result,
        CancellationToken cancel
    )
    {
        var (rows, corrections) = gathering.Take();
        var counts = await WriteAsync(target, rows, dryRun, cancel);
        await WriteAsync(target, corrections, dryRun, cancel);
        return result with
        {
            Added = result.Added + counts.Added,
            Updated = result.Updated + counts.Updated,
            Unchanged = result.Unchanged + counts.Unchanged,
            Suppressed = result.Suppressed + counts.Suppressed,
            Pending = result.Pending + counts.Pending,
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
                db => new ImportBatch(target, clock.GetUtcNow(), rows).WriteAsync(db, cancel),
                cancel
            );
        }

        await using var unsaved = await databases.CreateDbContextAsync(cancel);
        return await new ImportBatch(target, clock.GetUtcNow(), rows).DecideAsync(unsaved, cancel);
    }

    private static void RefuseOtherSystems(string from)
    {
        var system = from.Trim().ToLowerInvariant();
        if (system is "auto" or "csv")
            return;
        throw LaterSystems.Contains(system)
            ? new Refusal(
                $"The format of {system} is read by a later version; import the file without --from, which reads it by the names of its columns."
            )
            : new Refusal($"\"{from}\" is no format of readers; use auto or csv (--from).");
    }
}
