using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>
/// Answers the slots of editions: with an issue, or with the reason why there is none. Whatever wakes it, and however
/// often, it looks for the latest slot that is not answered yet; the schema lets each be answered once.
/// </summary>
internal sealed partial class SlotServing(
    WriteLane lane,
    IOptions<ScheduleOptions> options,
    TimeProvider clock,
    ILogger<SlotServing> log
)
{
    /// <summary>The answer to the latest slot that was due; null where none was.</summary>
    public async Task<Slot?> ServeAsync(int editionId, CancellationToken cancel)
    {
        var slot = await lane.WriteAsync(db => AnswerAsync(db, editionId, cancel), cancel);
        if (slot?.Issue is { } issue)
            Composed(log, editionId, slot.At, issue.Id, issue.Columns.Count);
        else if (slot is not null)
            Skipped(log, editionId, slot.At, slot.Skipped ?? "");
        return slot;
    }

    private async Task<Slot?> AnswerAsync(NewsletterDb db, int editionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.Id == editionId, cancel);
        if (edition?.SettledUpTo is not { } settled)
            return null;
        var publication = await db.Publications.SingleAsync(p => p.Id == edition.PublicationId, cancel);
        if (edition.RuleIn(publication.TimeZone)?.LatestDue(settled, now) is not { } due)
            return null;

        edition.Settle(due);
        if (await db.Slots.AnyAsync(s => s.EditionId == editionId && s.At == due, cancel))
            return null;
        var slot = new Slot(editionId, due, now);
        db.Slots.Add(slot);
        var columns = await db.WaitingAsync(edition, now, cancel);
        if (now - due > TimeSpan.FromHours(options.Value.CatchUpHours))
            slot.Skip(
                $"missed by more than {options.Value.CatchUpHours} hours; compose the issue by hand if it shall still go"
            );
        else if (columns.Count == 0)
            slot.Skip("nothing new");
        else if (columns.Count < edition.Minimum)
            slot.Skip($"{columns.Count} of at least {edition.Minimum} columns; they wait for the next slot");
        else
            slot.Serve(await Composing.DraftAsync(db, publication, edition, columns, now, cancel));
        return slot;
    }

    [LoggerMessage(
        LogLevel.Information,
        "Edition {EditionId}, slot {Slot:u}: issue {IssueId} composed of {Columns} columns."
    )]
    private static partial void Composed(ILogger log, int editionId, DateTimeOffset slot, int issueId, int columns);

    [LoggerMessage(LogLevel.Information, "Edition {EditionId}, slot {Slot:u}: no issue, {Reason}.")]
    private static partial void Skipped(ILogger log, int editionId, DateTimeOffset slot, string reason);
}
