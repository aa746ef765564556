using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What a person does with an issue after it is approved: lets it go, stops it, gives it up.</summary>
internal sealed class Queueing(WriteLane lane, TimeProvider clock)
{
    /// <param name="id">The issue.</param>
    /// <param name="at">When it may go out; at once where it is null.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">It is not approved.</exception>
    public Task<Issue> QueueAsync(int id, DateTimeOffset? at, CancellationToken cancel) =>
        ChangeAsync(id, (issue, now) => issue.Queue(at ?? now, now), cancel);

    /// <param name="id">The issue.</param>
    /// <param name="until">As typed: a time with an offset, or local to its publication; <c>off</c> lifts it.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <returns>Until when, in that zone; null where it is lifted.</returns>
    /// <exception cref="Refusal">It goes out already, or the time is none.</exception>
    public Task<DateTimeOffset?> EmbargoAsync(int id, string until, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(id, cancel);
                var publication = await db.Publications.SingleAsync(p => p.Id == issue.PublicationId, cancel);
                var at = EmbargoTime.Read(until, publication.TimeZone);
                issue.Embargo(at?.ToUniversalTime());
                return at;
            },
            cancel
        );

    /// <summary>No message is begun from now on; what a relay is just taking is taken.</summary>
    public Task<Issue> PauseAsync(int id, CancellationToken cancel) =>
        ChangeAsync(id, (issue, _) => issue.Pause(), cancel);

    public Task<Issue> ResumeAsync(int id, CancellationToken cancel) =>
        ChangeAsync(id, (issue, _) => issue.Resume(), cancel);

    /// <summary>Gives an issue up. Columns that no reader was sent are free for another one.</summary>
    public Task<Issue> CancelAsync(int id, CancellationToken cancel) =>
        ChangeAsync(
            id,
            (issue, now) => issue.Cancel(now),
            cancel,
            db => db.Carryings.Where(c => c.IssueId == id && c.CarriedAt == null).ExecuteDeleteAsync(cancel)
        );

    private async Task<Issue> ChangeAsync(
        int id,
        Action<Issue, DateTimeOffset> change,
        CancellationToken cancel,
        Func<NewsletterDb, Task>? afterwards = null
    )
    {
        return await lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(id, cancel);
                change(issue, clock.GetUtcNow());
                // The state is written first: whoever holds the issue's row is waited for, and what they did is seen.
                await db.SaveChangesAsync(cancel);
                if (afterwards is not null)
                    await afterwards(db);
                return issue;
            },
            cancel
        );
    }
}
