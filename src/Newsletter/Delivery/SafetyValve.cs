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
    // A slow domain's turn is waited for so long, from the start of the issue; then what there is decides.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromHours(1);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    // By issue: since when, and how long, there is nothing to look at. Measured, so that a clock which is set back
    // makes nobody wait longer.
    private readonly Dictionary<int, (long Since, TimeSpan Time)> rests = [];

    public async Task TurnAsync(CancellationToken cancel)
    {
        List<Sliced> issues;
        await using (var db = databases.CreateDbContext())
        {
            issues = await db
                .Issues.Where(i => i.State == IssueState.Sending && i.FirstSliceUpTo != null)
                .Select(i => new Sliced(i.Id, i.FirstSliceUpTo ?? 0, i.StartedAt))
                .ToListAsync(cancel);
        }

        foreach (var stopped in rests.Keys.Except(issues.Select(issue => issue.Id)).ToList())
            rests.Remove(stopped);
        foreach (var issue in issues)
        {
            if (!rests.TryGetValue(issue.Id, out var rest) || clock.GetElapsedTime(rest.Since) >= rest.Time)
                await JudgeAsync(issue, cancel);
        }
    }

    private async Task JudgeAsync(Sliced issue, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.CreateDbContext();
        var slice = db.Messages.Where(m => m.IssueId == issue.Id && m.SubscriberId <= issue.UpTo);
        if (await IsUnderWayAsync(slice, now, isPatient: now < issue.StartedAt + LongestTurn, cancel))
            return;
        if (!rests.ContainsKey(issue.Id) && await RestAsync(slice, now, cancel) is var rest && rest > TimeSpan.Zero)
        {
            rests[issue.Id] = (clock.GetTimestamp(), rest);
            return;
        }

        var counts = await slice
            .GroupBy(m => m.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancel);
        int Of(MessageState state) => counts.GetValueOrDefault(state);
        var (refused, all) = (Of(MessageState.Failed), Of(MessageState.Failed) + Of(MessageState.Sent));
        if (refused > 0 && refused >= options.Value.HoldShare * all)
            await HoldAsync(issue.Id, await ReasonAsync(slice, refused, all, cancel), cancel);
        // All of it deferred says nothing yet.
        else if (all == 0 && Of(MessageState.Queued) + Of(MessageState.Claimed) + Of(MessageState.Sending) > 0)
            rests[issue.Id] = (clock.GetTimestamp(), BetweenLooks);
        else if (all == 0 && Of(MessageState.Unknown) is > 0 and var lost)
            await HoldAsync(issue.Id, NothingKnown(lost), cancel);
        else
            await PassAsync(issue.Id, cancel);
    }

    // Deferred ones do not hold the rest up: they were tried. Readers are taken in their order, so that from the end
    // of the slice one that was not is found at once while there are any.
    private static Task<bool> IsUnderWayAsync(
        IQueryable<Message> slice,
        DateTimeOffset now,
        bool isPatient,
        CancellationToken cancel
    ) =>
        slice
            .Where(m =>
                m.State == MessageState.Claimed
                || m.State == MessageState.Sending
                || (m.State == MessageState.Queued && m.DatedAt == null && (isPatient || m.NotBefore <= now))
            )
            .OrderByDescending(m => m.SubscriberId)
            .Take(1)
            .AnyAsync(cancel);

    // What is left of the wait after the slice; nothing where none of it was tried.
    private async Task<TimeSpan> RestAsync(IQueryable<Message> slice, DateTimeOffset now, CancellationToken cancel)
    {
        var wait = Durations.Parse(options.Value.FirstSliceWait);
        var left = await slice.MaxAsync(m => m.DatedAt, cancel) + wait - now;
        return left > wait ? wait : left ?? TimeSpan.Zero;
    }

    private async Task<string> ReasonAsync(IQueryable<Message> slice, int refused, int all, CancellationToken cancel)
    {
        var reply = await slice
            .Where(m => m.State == MessageState.Failed)
            .OrderByDescending(m => m.SettledAt)
            .Select(m => m.LastReply)
            .FirstOrDefaultAsync(cancel);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{refused} of the first {all} messages were refused ({100.0 * refused / all:0.0}%; Delivery__HoldAtRefused is {options.Value.HoldAtRefused}), last with: {Reply.WithoutAddresses(reply ?? "")}. Look at \"newsletter issue messages\" with --state failed; resume the issue to send the rest, or cancel it."
        );
    }

    private static string NothingKnown(int lost) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Of the first messages none is known to have arrived: the relay's answer was lost for {lost}. Look at \"newsletter issue messages\" with --state unknown; resume the issue to send the rest, or cancel it."
        );

    private async Task HoldAsync(int issueId, string reason, CancellationToken cancel)
    {
        if (await lane.WriteAsync(db => Judged(db, issueId).HoldAsync(IssueState.Sending, reason, cancel), cancel) > 0)
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

    private sealed record Sliced(int Id, long UpTo, DateTimeOffset? StartedAt);
}
