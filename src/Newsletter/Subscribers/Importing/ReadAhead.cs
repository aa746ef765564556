using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// Reads a file into batches on a thread of its own while those before are written: reading and writing take about as
/// long as each other. Only a few batches wait, so memory stays bounded.
/// </summary>
internal sealed class ReadAhead(ImportPlan plan, RowReader reader, RowGathering gathering, int batchSize)
{
    private const int Waiting = 2;

    /// <summary>The last batch may be empty; after it <c>gathering</c> has its final counts.</summary>
    public async IAsyncEnumerable<ReadBatch> BatchesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var batches = Channel.CreateBounded<ReadBatch>(Waiting);
        var reading = Task.Run(() => ReadAsync(batches.Writer, stop.Token), CancellationToken.None);
        // Whoever waits for a batch is told that no more come, or why.
        var told = reading.ContinueWith(
            done => batches.Writer.TryComplete(done.Exception?.InnerException),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel))
                yield return batch;
        }
        finally
        {
            // Where the writing failed: nobody reads on in a file that is not wanted any more.
            await stop.CancelAsync();
            await told;
        }
    }

    private async Task ReadAsync(ChannelWriter<ReadBatch> batches, CancellationToken cancel)
    {
        var (file, sheet) = plan;
        var csv = new CsvRows(file, sheet.Separator, sheet.FirstLine);
        foreach (var row in csv.Read().Skip(sheet.HasHeader ? 1 : 0).Where(row => !RowReader.IsEmpty(row)))
        {
            if (reader.TryRead(row, out var found, out var why))
                gathering.Add(found);
            else
                gathering.Refuse(row.Line, why);
            if (gathering.Waiting >= batchSize)
                await batches.WriteAsync(Taken(Math.Min(1.0, (double)csv.Position / file.Length)), cancel);
        }

        await batches.WriteAsync(Taken(1), cancel);
    }

    private ReadBatch Taken(double share)
    {
        var (rows, corrections) = gathering.Take();
        return new ReadBatch(rows, corrections, new ImportProgress(gathering.Read, share));
    }
}
