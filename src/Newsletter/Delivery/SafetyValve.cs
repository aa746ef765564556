using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>
/// An issue goes to a first slice of its readers. Where the relay refuses too much of it, the program holds the issue
/// and says why; else the rest goes after a while. The source is the relay's own reply: what comes back later is not
/// in it. A person who resumes the issue has decided: the rest goes.
/// </summary>
internal sealed class SafetyValve(
    Databases databases,
    WriteLane lane,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<Dispatcher> log
)
{
    public async Task TurnAsync(CancellationToken cancel)
    {
        List<(int Id, long UpTo)> issues;
        await using (var db = databases.CreateDbContext())
        {
            var sliced = await db
                .Issues.Where(i => i.State == IssueState.Sending && i.FirstSliceUpTo != null)
                .Select(i => new { i.Id, i.FirstSliceUpTo })
                .ToListAsync(cancel);
            issues = [.. sliced.Select(i => (i.Id, i.FirstSliceUpTo ?? 0))];
        }

        foreach (var (id, upTo) in issues)
            await JudgeAsync(id, upTo, cancel);
    }

    private async Task JudgeAsync(int issueId, long upTo, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.CreateDbContext();
        var slice = db.Messages.Where(m => m.IssueId == issueId && m.SubscriberId <= upTo);
        // Deferred ones do not hold the rest up: they were tried.
        var isUnderWay = await slice.AnyAsync(
            m =>
                m.State == MessageState.Claimed
                || m.State == MessageState.Sending
                || (m.State == MessageState.Queued && m.DatedAt == null && m.NotBefore <= now),
            cancel
        );
        if (isUnderWay)
            return;
        var settled = slice.Where(m => m.State == MessageState.Sent || m.State == MessageState.Failed);
        var last = await slice.MaxAsync(m => m.DatedAt, cancel);
        if (last + Durations.Parse(options.Value.FirstSliceWait) > now)
            return;
        var (all, refused) = (
            await settled.CountAsync(cancel),
            await settled.CountAsync(m => m.State == MessageState.Failed, cancel)
        );
        // All of it deferred says nothing yet.
        if (all == 0)
            return;
        if (refused > 0 && refused >= options.Value.HoldShare * all)
            await HoldAsync(issueId, await ReasonAsync(settled, refused, all, cancel), cancel);
        else
            await PassAsync(issueId, cancel);
    }

    private async Task<string> ReasonAsync(IQueryable<Message> settled, int refused, int all, CancellationToken cancel)
    {
        var reply = await settled
            .Where(m => m.State == MessageState.Failed)
            .OrderByDescending(m => m.SettledAt)
            .Select(m => m.LastReply)
            .FirstOrDefaultAsync(cancel);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{refused} of the first {all} messages were refused ({100.0 * refused / all:0.0}%; Delivery__HoldAtRefused is {options.Value.HoldAtRefused}), last with: {Reply.WithoutAddresses(reply ?? "")}. Look at \"newsletter issue messages\" with --state failed; resume the issue to send the rest, or cancel it."
        );
    }

    private async Task HoldAsync(int issueId, string reason, CancellationToken cancel)
    {
        var held = await lane.WriteAsync(
            db =>
                Judged(db, issueId)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(i => i.State, IssueState.Held)
                                .SetProperty(i => i.StoppedFrom, IssueState.Sending)
                                .SetProperty(i => i.HeldBecause, reason)
                                .SetProperty(i => i.Holds, i => i.Holds + 1),
                        cancel
                    ),
            cancel
        );
        if (held > 0)
            log.Held(issueId, reason);
    }

    private async Task PassAsync(int issueId, CancellationToken cancel)
    {
        var passed = await lane.WriteAsync(
            db =>
                Judged(db, issueId)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.FirstSliceUpTo, (long?)null), cancel),
            cancel
        );
        if (passed > 0)
            log.SlicePassed(issueId);
    }

    private static IQueryable<Issue> Judged(NewsletterDb db, int issueId) =>
        db.Issues.Where(i => i.Id == issueId && i.State == IssueState.Sending && i.FirstSliceUpTo != null);
}
