using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What a person does with an issue after it is approved: lets it go, stops it, gives it up.</summary>
internal sealed class Queueing(WriteLane lane, IDbContextFactory<NewsletterDb> databases, TimeProvider clock)
{
    /// <param name="id">The issue.</param>
    /// <param name="at">When it may go out; at once where it is null.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">It is not approved.</exception>
    public Task<Issue> QueueAsync(int id, DateTimeOffset? at, CancellationToken cancel) =>
        ChangeAsync(id, (issue, now) => issue.Queue(at ?? now, now), cancel);

    /// <summary>The time that a person typed, in the zone of an issue's publication.</summary>
    /// <param name="id">The issue.</param>
    /// <param name="text">ISO 8601, or local to the zone; null for now.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such issue, or the text is no time.</exception>
    public async Task<DateTimeOffset> TimeAsync(int id, string? text, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publicationId = (await db.IssueAsync(id, cancel)).PublicationId;
        var zone = await db.Publications.Where(p => p.Id == publicationId).Select(p => p.TimeZone).SingleAsync(cancel);
        var time = text is null ? clock.GetUtcNow() : LocalTime.Parse(text, zone);
        return TimeZoneInfo.ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

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
        try
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
        catch (DbUpdateConcurrencyException fault)
        {
            throw new Refusal(
                $"Issue {id} was changed by somebody else at this moment; look at \"newsletter issue status {id}\" and try again.",
                fault
            );
        }
    }
}
