using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>
/// Fetches sources, by themselves when they are due or because a person asks. One that fails says why, is asked less
/// and less often, and never stops the others.
/// </summary>
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
    private const int AtOnce = 4;

    // A process that dies in a fetch leaves its source to the others after it; a long one asks for more on its way.
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(20);

    private TimeSpan Every => Durations.Parse(options.Value.Every);

    /// <summary>All that are due, a few at once; of several processes each is fetched by one.</summary>
    public async Task FetchDueAsync(CancellationToken cancel)
    {
        var few = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(
            await DueAsync(cancel),
            few,
            async (id, stop) =>
            {
                if (await ClaimAsync(id, stop))
                    await FetchClaimedAsync(id, stop);
            }
        );
    }

    private async Task FetchClaimedAsync(int id, CancellationToken cancel)
    {
        try
        {
            await FetchAsync(id, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Whoever comes next need not wait until the claim ends.
            await ChangeAsync(id, s => s.Claim(clock.GetUtcNow()), CancellationToken.None);
            throw;
        }
    }

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
        try
        {
            var content = await ReadAsync(source, cancel);
            return content is null ? await RestAsync(source, cancel) : await TakeAsync(source, slug, content, cancel);
        }
        catch (SourceFaultException fault)
        {
            LogFailed(log, source.Id, fault.Message);
            return await FailAsync(source, fault.Message, fault.Wait, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever it is, it is that source's: the others go on, and it is asked again later.
            LogBroken(log, fault, source.Id);
            return await FailAsync(source, "It holds something that cannot be read; the log says what.", null, cancel);
        }
    }

    private async Task<SourceContent?> ReadAsync(Source source, CancellationToken cancel)
    {
        using var timer = new CancellationTokenSource(LongestReading, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        try
        {
            return await readers.Single(reader => reader.Kind == source.Kind).ReadAsync(source, either.Token);
        }
        catch (OperationCanceledException cause) when (!cancel.IsCancellationRequested)
        {
            throw new SourceFaultException(
                $"It could not be read whole within {LongestReading.TotalMinutes} minutes; see how fast its server answers.",
                cause
            );
        }
    }

    private async Task<SourceFetched> FailAsync(
        Source source,
        string sentence,
        TimeSpan? wait,
        CancellationToken cancel
    )
    {
        var failed = await ChangeAsync(source.Id, s => s.Fail(sentence, wait, clock.GetUtcNow(), Every), cancel);
        return new SourceFetched(failed ?? source, [], 0, 0, [], sentence);
    }

    private async Task<List<int>> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db
            .Sources.Where(s => s.NextAt <= now)
            .OrderBy(s => s.NextAt)
            .Select(s => s.Id)
            .ToListAsync(cancel);
    }

    private async Task<bool> ClaimAsync(int id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var until = now + Claimed;
        return await lane.WriteAsync(
                db =>
                    db.Sources.Where(s => s.Id == id && s.NextAt <= now)
                        .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextAt, until), cancel),
                cancel
            ) > 0;
    }

    private async Task<SourceFetched> RestAsync(Source source, CancellationToken cancel)
    {
        var rested = await ChangeAsync(source.Id, s => s.Rest(clock.GetUtcNow(), Every), cancel);
        return new SourceFetched(rested ?? source, [], 0, 0, [], null);
    }

    private async Task<SourceFetched> TakeAsync(
        Source source,
        string slug,
        SourceContent content,
        CancellationToken cancel
    )
    {
        var taken = new List<TakenColumn>();
        var notices = content.Notices.ToList();
        var claimed = clock.GetUtcNow();
        await renamed.MoveAsync(source, content.Drafts, cancel);
        var (unchanged, setAside) = (0, 0);
        // Oldest first, as they were written: a column's number follows its day.
        foreach (var (origin, draft) in content.Drafts.OrderBy(one => one.Draft.Date))
        {
            var isOld = source.Since is { } since && draft.Date < since;
            try
            {
                var one = await intake.TakeAsync(slug, origin, draft, cancel, isSetAside: isOld);
                if (one.Change is ColumnChange.None)
                    unchanged++;
                else
                    taken.Add(one);
                if (isOld && one.Change is ColumnChange.Added)
                    setAside++;
            }
            catch (Refusal refusal)
            {
                notices.Add($"\"{draft.Title}\": {refusal.Message}");
            }

            // The pictures of a whole archive take their time.
            if (clock.GetUtcNow() - claimed < Claimed / 4)
                continue;
            claimed = clock.GetUtcNow();
            await ChangeAsync(source.Id, s => s.Claim(claimed + Claimed), cancel);
        }

        var fetched = new SourceFetched(source, taken, unchanged, setAside, notices, null);
        var told = string.Join('\n', [fetched.Found, .. notices]);
        var kept = await ChangeAsync(source.Id, s => s.Succeed(content, told, clock.GetUtcNow(), Every), cancel);
        if (taken.Count > 0 || notices.Count > 0)
            LogFetched(log, source.Id, taken.Count, unchanged, notices.Count);
        return fetched with { Source = kept ?? source };
    }

    // Null where somebody took the source away meanwhile.
    private Task<Source?> ChangeAsync(int id, Action<Source> change, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var source = await db.Sources.SingleOrDefaultAsync(s => s.Id == id, cancel);
                if (source is not null)
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
