using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Fetches a source. One that fails says why, and is asked less and less often.</summary>
internal sealed partial class SourceFetching(
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    IEnumerable<ISourceReader> readers,
    Intake intake,
    RenamedItems renamed,
    IOptions<SourceOptions> options,
    TimeProvider clock,
    ILogger<SourceFetching> log
)
{
    /// <summary>For how long a fetch has its source: a process that dies in one leaves it to the others after that.</summary>
    public static readonly TimeSpan Claimed = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(20);

    private TimeSpan Every => Durations.Parse(options.Value.Every);

    /// <summary>One, now. It is told what went wrong, and kept with the source.</summary>
    public async Task<SourceFetched?> FetchAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } source)
            return null;
        var slug = await db
            .Publications.IgnoreAutoIncludes()
            .Where(p => p.Id == source.PublicationId)
            .Select(p => p.Slug)
            .SingleAsync(cancel);
        var harvest = new SourceHarvest(source);
        try
        {
            await foreach (var content in PiecesAsync(source, cancel))
                await TakeAsync(source, slug, content, harvest, cancel);
            return await SucceedAsync(source, harvest, cancel);
        }
        catch (SourceFaultException fault)
        {
            LogFailed(log, source.Id, fault.Message);
            return await FailAsync(source, harvest, fault.Message, fault.Wait, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever it is, it is that source's: the others go on, and it is asked again later.
            LogBroken(log, fault, source.Id);
            const string Sentence = "It holds something that cannot be read; the log says what.";
            return await FailAsync(source, harvest, Sentence, wait: null, cancel);
        }
    }

    private async IAsyncEnumerable<SourceContent> PiecesAsync(
        Source source,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        using var timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        var reader = readers.Single(one => one.Kind == source.Kind);
        await using var pieces = reader.ReadAsync(source, either.Token).GetAsyncEnumerator(either.Token);
        while (true)
        {
            timer.CancelAfter(LongestReading);
            try
            {
                if (!await pieces.MoveNextAsync())
                    yield break;
            }
            catch (OperationCanceledException cause) when (!cancel.IsCancellationRequested)
            {
                throw new SourceFaultException(
                    $"It could not be read within {LongestReading.TotalMinutes} minutes; see how fast its server answers.",
                    cause
                );
            }

            timer.CancelAfter(Timeout.InfiniteTimeSpan);
            yield return pieces.Current;
        }
    }

    private async Task<SourceFetched> SucceedAsync(Source source, SourceHarvest harvest, CancellationToken cancel)
    {
        var fetched = harvest.Fetched(source, fault: null);
        var now = clock.GetUtcNow();
        var kept = await ChangeAsync(
            source,
            s =>
            {
                if (harvest.Last is null)
                    s.Rest(now, Every);
                else
                    s.Succeed(harvest.Last, fetched.Told, now, Every);
            },
            cancel
        );
        if (fetched.Taken.Count > 0 || fetched.Notices.Count > 0)
            LogFetched(log, source.Id, fetched.Taken.Count, fetched.Unchanged, fetched.Notices.Count);
        return fetched with { Source = kept ?? source };
    }

    private async Task<SourceFetched> FailAsync(
        Source source,
        SourceHarvest harvest,
        string sentence,
        TimeSpan? wait,
        CancellationToken cancel
    )
    {
        var failed = await ChangeAsync(source, s => s.Fail(sentence, wait, clock.GetUtcNow(), Every), cancel);
        return harvest.Fetched(failed ?? source, sentence);
    }

    private async Task TakeAsync(
        Source source,
        string slug,
        SourceContent content,
        SourceHarvest harvest,
        CancellationToken cancel
    )
    {
        harvest.Begin(content);
        var claimed = clock.GetUtcNow();
        await renamed.MoveAsync(source, content.Drafts, cancel);
        foreach (var (origin, draft, isOld) in harvest.Ordered(content.Drafts))
        {
            try
            {
                harvest.Add(await intake.TakeAsync(slug, origin, draft, cancel, isSetAside: isOld), isOld);
            }
            catch (Refusal refusal)
            {
                harvest.Notice($"\"{draft.Title}\": {refusal.Message}");
            }

            // The pictures of a whole archive take their time.
            if (clock.GetUtcNow() - claimed < Claimed / 4)
                continue;
            claimed = clock.GetUtcNow();
            await ChangeAsync(source, s => s.Claim(claimed + Claimed), cancel);
        }
    }

    // Null where somebody took the source away meanwhile. What a former address answered is not of the present one.
    private Task<Source?> ChangeAsync(Source asked, Action<Source> change, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var source = await db.Sources.SingleOrDefaultAsync(s => s.Id == asked.Id, cancel);
                if (source is not null && source.IsAskedAs(asked))
                    change(source);
                return source;
            },
            cancel
        );

    [LoggerMessage(
        LogLevel.Information,
        "Source {Source}: {Taken} columns new or changed, {Unchanged} as known, {Notices} notices"
    )]
    private static partial void LogFetched(ILogger log, int source, int taken, int unchanged, int notices);

    [LoggerMessage(LogLevel.Warning, "Source {Source} could not be fetched: {Sentence}")]
    private static partial void LogFailed(ILogger log, int source, string sentence);

    [LoggerMessage(LogLevel.Error, "Source {Source} could not be read")]
    private static partial void LogBroken(ILogger log, Exception fault, int source);
}
