using Newsletter.Database;
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

    /// <summary>Before anything is claimed by this process.</summary>
    public Task<int> AtStartAsync(CancellationToken cancel) => RunAsync(all: !databases.IsPostgres, cancel);

    /// <summary>Now and then.</summary>
    public Task<int> OfDeadOwnersAsync(CancellationToken cancel) =>
        databases.IsPostgres ? RunAsync(all: false, cancel) : Task.FromResult(0);

    private Task<int> RunAsync(bool all, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var now = await LedgerClock.NowAsync(db, clock, cancel);
                var left = db.Messages.Where(m => all || m.LeaseUntil < now);
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
