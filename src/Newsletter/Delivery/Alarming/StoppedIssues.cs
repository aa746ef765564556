using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Delivery.Alarming;

/// <summary>What the tables say has stopped: issues that are held, and hours that passed without their issue.</summary>
internal sealed class StoppedIssues(Databases databases, IOptions<ScheduleOptions> schedule, TimeProvider clock)
{
    // Nobody holds so many at once; a list has an end.
    private const int Most = 100;

    public async Task<IReadOnlyList<AlarmEvent>> HeldAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        var held = await db
            .Issues.Where(i => i.State == IssueState.Held)
            .OrderByDescending(i => i.Id)
            .Take(Most)
            .Join(
                db.Publications,
                i => i.PublicationId,
                p => p.Id,
                (i, p) =>
                    new
                    {
                        Issue = i.Id,
                        i.Number,
                        i.Holds,
                        i.HeldBecause,
                        Publication = p.Id,
                        p.Title,
                    }
            )
            .ToListAsync(cancel);
        return
        [
            .. held.Select(i => new AlarmEvent(
                Said($"held:{i.Issue}:{i.Holds}"),
                "an issue is held",
                Said(
                    $"Issue {i.Issue}, number {i.Number} of {i.Title}, is held: {i.HeldBecause} \"newsletter issue resume {i.Issue}\" lets it go on, \"newsletter issue cancel {i.Issue}\" gives it up."
                ),
                i.Publication
            )),
        ];
    }

    /// <param name="lately">How far back: who reads of it later can do nothing about it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<AlarmEvent>> MissedSlotsAsync(TimeSpan lately, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - lately;
        await using var db = databases.CreateDbContext();
        var skipped = await db
            .Slots.Where(s => s.IssueId == null && s.AnsweredAt > since)
            .OrderByDescending(s => s.AnsweredAt)
            .Take(Most)
            .Join(
                db.Editions.Join(db.Publications, e => e.PublicationId, p => p.Id, (e, p) => new { e.Id, Of = p }),
                s => s.EditionId,
                e => e.Id,
                (s, e) =>
                    new
                    {
                        s.EditionId,
                        s.At,
                        s.AnsweredAt,
                        s.Skipped,
                        Publication = e.Of.Id,
                        e.Of.Title,
                    }
            )
            .ToListAsync(cancel);
        // Skipped in time is how an edition without columns goes; missed is what was answered too late.
        return
        [
            .. skipped
                .Where(s => s.AnsweredAt - s.At > TimeSpan.FromHours(schedule.Value.CatchUpHours))
                .Select(s => new AlarmEvent(
                    Said($"missed:{s.EditionId}:{s.At.UtcTicks}"),
                    "an issue was missed",
                    Said($"The issue of {s.Title} for {s.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC was {s.Skipped}."),
                    s.Publication
                )),
        ];
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
