using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Subscribers;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>
/// Turns what readers and strangers asked for into mails. The request stays, and says that it was mailed; one that
/// cannot be written waits, and the others go.
/// </summary>
internal sealed class ReaderMails(
    Databases databases,
    WriteLane lane,
    ReaderMailContent content,
    ServiceMailQueue queue,
    TimeProvider clock,
    ILogger<Dispatcher> log
)
{
    // A few milliseconds each: what waits is no reason to keep issues waiting.
    private const int AtOnce = 50;
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMinutes(1);

    // What could not be written, by number, and when; a template is mended by a person.
    private readonly Dictionary<long, long> faulty = [];

    /// <summary>Called again and again; where nothing waits, it costs one look into an empty index.</summary>
    public async Task TurnAsync(CancellationToken cancel)
    {
        var waiting = await WaitingAsync(cancel);
        if (waiting.Count == 0)
            return;
        var mails = new List<(long Id, ServiceMailRequest? Mail)>();
        foreach (var request in waiting)
        {
            try
            {
                mails.Add((request.Id, await content.OrNullAsync(request, cancel)));
            }
            catch (Refusal refusal)
            {
                faulty[request.Id] = clock.GetTimestamp();
                log.ReaderMailUnwritten(request.Id, refusal.Message);
            }
        }

        await lane.WriteAsync(db => AskAsync(db, mails, cancel), cancel);
    }

    private async Task<List<ReaderRequest>> WaitingAsync(CancellationToken cancel)
    {
        foreach (var id in faulty.Where(f => clock.GetElapsedTime(f.Value) >= BeforeAgain).Select(f => f.Key).ToList())
            faulty.Remove(id);
        var passedOver = faulty.Keys.ToList();
        await using var db = databases.CreateDbContext();
        return await db
            .ReaderRequests.AsNoTracking()
            .Include(r => r.Subscriber)
            .Where(r => r.MailedAt == null && !passedOver.Contains(r.Id))
            .OrderBy(r => r.Id)
            .Take(AtOnce)
            .ToListAsync(cancel);
    }

    private async Task AskAsync(
        NewsletterDb db,
        List<(long Id, ServiceMailRequest? Mail)> mails,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        foreach (var (id, mail) in mails)
        {
            // Another process may have mailed it in between, or the reader was erased: then there is no row to stamp.
            var stamped = await db
                .ReaderRequests.Where(r => r.Id == id && r.MailedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.MailedAt, now), cancel);
            if (stamped > 0 && mail is not null)
                await queue.AskAsync(db, mail, cancel);
        }
    }
}
