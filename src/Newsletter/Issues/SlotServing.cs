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
    // A machine that is busy wakes a little late; that is no hour missed.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>The answer to the latest slot that was due; null where none was.</summary>
    public async Task<Slot?> ServeAsync(int editionId, CancellationToken cancel)
    {
        var (slot, quiet) = await lane.WriteAsync(db => AnswerAsync(db, editionId, cancel), cancel);
        foreach (var hour in quiet)
            Quiet(log, editionId, hour.At.ToUniversalTime(), hour.Why, hour.MovedTo?.ToUniversalTime());
        if (slot?.Issue is { } issue)
            Composed(log, editionId, slot.At, issue.Id, issue.Columns.Count);
        else if (slot is not null)
            Skipped(log, editionId, slot.At, slot.Skipped ?? "");
        return slot;
    }

    private async Task<(Slot? Slot, IReadOnlyList<QuietSlot> Quiet)> AnswerAsync(
        NewsletterDb db,
        int editionId,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.Id == editionId, cancel);
        if (edition?.SettledUpTo is not { } settled)
            return (null, []);
        var publication = await db.Publications.SingleAsync(p => p.Id == edition.PublicationId, cancel);
        if (edition.SlotToAnswer(publication.TimeZone, publication.QuietDays, now) is not { } due)
            return (null, []);

        await ColumnsTurn.TakeAsync(db, publication, cancel);
        edition.Settle(due);
        if (await db.Slots.AnyAsync(s => s.EditionId == editionId && s.At == due, cancel))
            return (null, []);
        var slot = new Slot(editionId, due, now);
        db.Slots.Add(slot);
        var columns = await db.WaitingAsync(publication, edition, due > now ? due : now, cancel);
        if (WhyNot(edition, columns.Count, now - due) is { } reason)
            slot.Skip(reason);
        else
            slot.Serve(await Composing.DraftAsync(db, publication, edition, columns, now, cancel));
        var rule = edition.RuleIn(publication.TimeZone, publication.QuietDays);
        return (slot, [.. rule?.QuietBetween(settled, due) ?? []]);
    }

    /// <summary>Why there is no issue; null where there is one.</summary>
    private string? WhyNot(Edition edition, int columns, TimeSpan late) =>
        late > TimeSpan.FromHours(options.Value.CatchUpHours)
            ? $"missed by more than {options.Value.CatchUpHours} hours; compose the issue by hand if it shall still go"
        : edition.Policy.SkipsMissed && late > Late
            ? $"missed by more than {Late.TotalMinutes} minutes, and this edition makes up for none (--missed); its columns wait for the next slot"
        : columns == 0 ? "nothing new"
        : columns < edition.Minimum && !edition.Policy.SendsTooFew
            ? $"{columns} of at least {edition.Minimum} columns; they wait for the next slot"
        : null;

    [LoggerMessage(
        LogLevel.Information,
        "Edition {EditionId}, slot {Slot:u}: issue {IssueId} composed of {Columns} columns."
    )]
    private static partial void Composed(ILogger log, int editionId, DateTimeOffset slot, int issueId, int columns);

    [LoggerMessage(LogLevel.Information, "Edition {EditionId}, slot {Slot:u}: no issue, {Reason}.")]
    private static partial void Skipped(ILogger log, int editionId, DateTimeOffset slot, string reason);

    [LoggerMessage(
        LogLevel.Information,
        "Edition {EditionId}, slot {Slot:u}: no issue, it is a quiet day ({Day}); moved to {MovedTo:u}."
    )]
    private static partial void Quiet(
        ILogger log,
        int editionId,
        DateTimeOffset slot,
        string day,
        DateTimeOffset? movedTo
    );
}
