using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Delivery.Audiences;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Delivery;

/// <summary>
/// Starts issues whose time has come: looks once more at embargoes, freezes the audience, and says that the issue is
/// being sent, all in one transaction.
/// </summary>
internal sealed class Freezing(
    Databases databases,
    WriteLane lane,
    IOptions<DeliveryOptions> options,
    TimeProvider clock
)
{
    /// <summary>How many issues were started or held.</summary>
    public async Task<int> DueAsync(CancellationToken cancel)
    {
        List<int> due;
        await using (var db = databases.CreateDbContext())
        {
            due = await db
                .Issues.Queued()
                .DueBefore(clock.GetUtcNow())
                .OrderBy(i => i.NotBefore)
                .Select(i => i.Id)
                .ToListAsync(cancel);
        }

        foreach (var id in due)
            await lane.WriteAsync(db => StartAsync(db, id, cancel), cancel);
        return due.Count;
    }

    /// <summary>Whether the next <see cref="DueAsync"/> would start an issue.</summary>
    public async Task<bool> AnyIsDueAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.Issues.Queued().DueBefore(clock.GetUtcNow()).AnyAsync(cancel);
    }

    private async Task StartAsync(NewsletterDb db, int issueId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var change = await db.ChangeAsync(issueId, cancel);
        if (await ReasonToHoldAsync(db, issueId, change?.Told, now, cancel) is { } reason)
        {
            await Startable(db, issueId, now).HoldAsync(IssueState.Queued, reason, cancel);
            if (change is not null && reason == change.Told)
                await db.ChangeShownAsync(issueId, change, cancel);
            return;
        }

        var started = await Startable(db, issueId, now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(i => i.State, IssueState.Sending).SetProperty(i => i.StartedAt, now),
                cancel
            );
        // Another process was quicker, or a person stopped it in between.
        if (started == 0)
            return;
        // A pause until this morning does not cost its reader this morning's issue.
        await Pauses.EndAsync(db, now, cancel);
        // An issue for nobody was published all the same, on the web: its columns have gone.
        var audience = await db.FreezeAudienceAsync(issueId, now, cancel);
        var slice = await FirstSliceAsync(db, issueId, audience, cancel);
        await db
            .Issues.Where(i => i.Id == issueId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Audience, audience).SetProperty(i => i.FirstSliceUpTo, slice),
                cancel
            );
        if (audience == 0)
            await db
                .Carryings.Where(c => c.IssueId == issueId)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.CarriedAt, now), cancel);
    }

    private async Task<long?> FirstSliceAsync(NewsletterDb db, int issueId, int audience, CancellationToken cancel)
    {
        var size = options.Value.FirstSlice;
        if (size == 0 || audience <= size)
            return null;
        return await db
            .Messages.Where(m => m.IssueId == issueId)
            .OrderBy(m => m.SubscriberId)
            .Select(m => (long?)m.SubscriberId)
            .Skip(size - 1)
            .FirstAsync(cancel);
    }

    private static IQueryable<Issue> Startable(NewsletterDb db, int issueId, DateTimeOffset now) =>
        db.Issues.Queued().DueBefore(now).Where(i => i.Id == issueId);

    private static async Task<string?> ReasonToHoldAsync(
        NewsletterDb db,
        int issueId,
        string? change,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var carried = db.Set<IssueColumn>().Where(c => c.IssueId == issueId).Select(c => c.ColumnId);
        var embargoed = await db
            .Columns.Where(c => carried.Contains(c.Id) && c.EmbargoUntil > now)
            .OrderByDescending(c => c.EmbargoUntil)
            .Select(c => new { c.Id, c.EmbargoUntil })
            .FirstOrDefaultAsync(cancel);
        if (embargoed is not null)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Column {embargoed.Id} is under embargo until {embargoed.EmbargoUntil:yyyy-MM-dd HH:mm} UTC; resume the issue after that."
            );
        }

        var kept = await db.Issues.Where(i => i.Id == issueId).Select(i => i.EmbargoUntil).SingleAsync(cancel);
        if (kept > now)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The issue is under embargo until {kept:yyyy-MM-dd HH:mm} UTC; resume it after that."
            );
        }

        if (change is not null)
            return change;

        var bundle = await db.IssueBundles.AsNoTracking().SingleOrDefaultAsync(b => b.IssueId == issueId, cancel);
        if (bundle is null)
            return "It has no approved content; cancel it, and compose and approve another.";
        if (IssueBundle.HashOf(bundle.Content) != bundle.Hash)
            return "Its content is not what was approved: the hash that the approval is bound to differs. Cancel it, and compose and approve another.";
        if (await ApprovedAudience.FaultAsync(db, bundle, now, cancel) is { } fault)
            return fault;
        try
        {
            _ = new MessageWriter(bundle.Content, issueId, keys: []);
            return null;
        }
        catch (Exception unfit) when (unfit is not OutOfMemoryException)
        {
            // Whatever it is: it would be the same for every reader, and end the run at each.
            return $"Its content cannot be sent: {unfit.Message} Cancel it, and compose and approve another.";
        }
    }
}
