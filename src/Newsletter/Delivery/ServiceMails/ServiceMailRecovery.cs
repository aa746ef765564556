using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>
/// What <see cref="Recovery"/> does for mails that are no issue. One that is in doubt is sent again with the same
/// Message-ID, as long as it is of use.
/// </summary>
internal sealed class ServiceMailRecovery(Databases databases, WriteLane lane, TimeProvider clock)
{
    private const string InDoubt = "The program ended before the relay's answer was recorded.";

    /// <param name="owner">This process: what an earlier run of it held, nobody holds now.</param>
    public Task<int> AtStartAsync(string owner, CancellationToken cancel)
    {
        var all = !databases.IsPostgres;
        return RunAsync((m, now) => m.Where(x => all || x.LeaseUntil < now || x.Owner!.StartsWith(owner)), cancel);
    }

    /// <param name="living">This process: what it holds it still works on.</param>
    public Task<int> OfDeadOwnersAsync(string living, CancellationToken cancel) =>
        RunAsync((m, now) => m.Where(x => x.LeaseUntil < now && !x.Owner!.StartsWith(living)), cancel);

    private async Task<int> RunAsync(
        Func<IQueryable<ServiceMail>, DateTimeOffset, IQueryable<ServiceMail>> leftBehind,
        CancellationToken cancel
    )
    {
        await using (var db = databases.CreateDbContext())
        {
            var now = await LedgerClock.NowAsync(db, clock, cancel);
            if (!await leftBehind(Held(db), now).AnyAsync(cancel))
                return 0;
        }

        return await lane.WriteAsync(
            async db =>
            {
                var left = leftBehind(Held(db), await LedgerClock.NowAsync(db, clock, cancel));
                var now = clock.GetUtcNow();
                var over = await left.Where(m => m.State == ServiceMailState.Sending && m.ExpiresAt <= now)
                    .EndAsync(ServiceMailState.Unknown, InDoubt, now, cancel);
                return over + await left.BackToQueueAsync(cancel);
            },
            cancel
        );
    }

    private static IQueryable<ServiceMail> Held(NewsletterDb db) =>
        db.ServiceMails.Unsettled().Where(m => m.LeaseUntil != null);
}
