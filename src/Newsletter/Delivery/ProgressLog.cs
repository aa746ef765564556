using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>Says every minute how far the issues are that go out: what went, how fast, and how long the rest takes.</summary>
internal sealed class ProgressLog(
    Databases databases,
    IssueStatuses statuses,
    TimeProvider clock,
    ILogger<Dispatcher> log
)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly Dictionary<int, int> before = [];
    private long? said;

    public async Task TurnAsync(CancellationToken cancel)
    {
        var passed = said is { } last ? clock.GetElapsedTime(last) : TimeSpan.MaxValue;
        if (passed < BetweenLines)
            return;
        said = clock.GetTimestamp();
        var counted = new Dictionary<int, int>();
        foreach (var issueId in await SendingAsync(cancel))
        {
            var status = await statuses.OfAsync(issueId, cancel);
            counted[issueId] = status.Sent;
            // What went before this process came is no measure of it.
            if (!before.TryGetValue(issueId, out var earlier) || status.Sent <= earlier)
                continue;
            var perSecond = (status.Sent - earlier) / passed.TotalSeconds;
            var waiting = status.Queued + status.Sending;
            var left = TimeSpan.FromSeconds(Math.Ceiling(waiting / perSecond));
            var rounded = Math.Round(perSecond, 1);
            log.Progress(issueId, status.Sent, status.Audience, rounded, left);
        }

        before.Clear();
        foreach (var (issueId, sent) in counted)
            before[issueId] = sent;
    }

    private async Task<List<int>> SendingAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.Issues.Where(i => i.State == IssueState.Sending).Select(i => i.Id).Take(20).ToListAsync(cancel);
    }
}
