using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Subscribers;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>
/// Takes away mails that came to an end long ago: they name people who never confirmed, left or moved. An alarm stays,
/// since its key keeps it from being mailed again, and it names staff alone.
/// </summary>
internal sealed partial class ServiceMailPruning(
    WriteLane lane,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<ServiceMailPruning> log
)
{
    // So many are written within the 50 ms that a write may hold the lane.
    private const int Piece = 500;

    /// <summary>All that is due; repeating it takes nothing more.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Durations.Parse(options.Value.Requests);
        var all = 0;
        for (var taken = Piece; taken == Piece; all += taken)
            taken = await lane.WriteAsync(db => Due(db, before).ExecuteDeleteAsync(cancel), cancel);
        if (all > 0)
            Said(log, all);
        return all;
    }

    private static IQueryable<ServiceMail> Due(NewsletterDb db, DateTimeOffset before)
    {
        var due = db
            .ServiceMails.Where(m => m.SettledAt < before && m.Purpose != ServiceMailPurpose.Alarm)
            .OrderBy(m => m.Id)
            .Select(m => m.Id)
            .Take(Piece);
        return db.ServiceMails.Where(m => due.Contains(m.Id));
    }

    [LoggerMessage(LogLevel.Information, "Pruned: {Mails} mails that were no issue and came to an end long ago.")]
    private static partial void Said(ILogger log, int mails);
}
