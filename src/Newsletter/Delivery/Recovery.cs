using Newsletter.Database;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Delivery;

/// <summary>
/// Takes over what a process left behind that died. On SQLite there is one process, so at its start everything held
/// is left behind; on PostgreSQL it is what a lease has run out on.
/// </summary>
internal sealed class Recovery(Databases databases, WriteLane lane, TimeProvider clock)
{
    private const string InDoubt = "The program ended before the relay's answer was recorded.";

    private readonly ServiceMailRecovery serviceMails = new(databases, lane, clock);

    /// <summary>Before anything is claimed by this process.</summary>
    /// <param name="owner">This process: what an earlier run of it held, nobody holds now.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<int> AtStartAsync(string owner, CancellationToken cancel) =>
        await serviceMails.AtStartAsync(owner, cancel)
        + await RunAsync(
            (db, now) =>
                databases.IsPostgres
                    ? Leased(db).Where(m => m.LeaseUntil < now || m.Owner!.StartsWith(owner))
                    : InHand(db),
            cancel
        );

    /// <summary>Now and then.</summary>
    /// <param name="living">This process: what it holds it still works on, however long that takes.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<int> OfDeadOwnersAsync(string living, CancellationToken cancel) =>
        databases.IsPostgres
            ? await serviceMails.OfDeadOwnersAsync(living, cancel)
                + await RunAsync(
                    (db, now) => Leased(db).Where(m => m.LeaseUntil < now && !m.Owner!.StartsWith(living)),
                    cancel
                )
            : 0;

    private static IQueryable<Message> Leased(NewsletterDb db) => db.Messages.Where(m => m.LeaseUntil != null);

    // Without leases what was held is known by its state, which an index has for each issue.
    private static IQueryable<Message> InHand(NewsletterDb db)
    {
        var open = db.Issues.Where(i => i.StartedAt != null && i.State != IssueState.Sent).Select(i => i.Id);
        return db.Messages.NotSent().Where(m => open.Contains(m.IssueId));
    }

    private Task<int> RunAsync(
        Func<NewsletterDb, DateTimeOffset, IQueryable<Message>> leftBehind,
        CancellationToken cancel
    ) =>
        lane.WriteAsync(
            async db =>
            {
                var now = await LedgerClock.NowAsync(db, clock, cancel);
                var left = leftBehind(db, now);
                var released = await left.Where(m => m.State == MessageState.Claimed).BackToQueueAsync(cancel);
                var sending = left.Where(m => m.State == MessageState.Sending);
                var (issues, publications) = (db.Issues, db.Publications);
                // Sent again with the same Message-ID and Date, at once; a cancelled issue sends nothing any more.
                var again = await sending
                    .Where(m =>
                        issues.Any(i =>
                            i.Id == m.IssueId
                            && i.State != IssueState.Cancelled
                            && publications.Any(p =>
                                p.Id == i.PublicationId && p.UnknownPolicy == UnknownPolicy.SendAgain
                            )
                        )
                    )
                    .BackToQueueAsync(cancel);
                var held = await sending.EndAsync(MessageState.Unknown, InDoubt, clock.GetUtcNow(), cancel);
                return released + again + held;
            },
            cancel
        );
}
