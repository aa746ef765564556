using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>
/// Who did what at the desk. An act is on disk before it is begun, and again when it is over: one that a kill cut short
/// stands there without an outcome.
/// </summary>
internal sealed class AuditTrail(Databases databases, WriteLane lane)
{
    private const int LongestText = 4000;

    /// <returns>The entry's number, for <see cref="EndAsync"/>.</returns>
    public async Task<long> BeginAsync(AuditEntry entry, CancellationToken cancel)
    {
        AuditEntry? written = null;
        await lane.WriteAsync(
            db =>
            {
                written = new AuditEntry(
                    entry.MemberId,
                    entry.Member,
                    entry.Act,
                    entry.Subject,
                    entry.Network,
                    entry.At
                )
                {
                    PublicationId = entry.PublicationId,
                    Before = Cut(entry.Before),
                };
                db.AuditEntries.Add(written);
                return Task.CompletedTask;
            },
            cancel
        );
        return written!.Id;
    }

    /// <param name="entry">The act.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="after">What is there now, or the sentence of a refusal.</param>
    public Task EndAsync(long entry, AuditOutcome outcome, string? after) =>
        lane.WriteAsync(
            db =>
                db.AuditEntries.Where(e => e.Id == entry && e.Outcome == null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(e => e.Outcome, outcome).SetProperty(e => e.After, Cut(after)),
                        CancellationToken.None
                    ),
            CancellationToken.None
        );

    /// <summary>The latest acts first.</summary>
    /// <param name="publications">Only on these; null for all acts.</param>
    /// <param name="subject">Such as "issue 12"; null for all.</param>
    /// <param name="before">Those before this entry; null for the latest.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancel">Gives the wait up.</param>
    public async Task<IReadOnlyList<AuditEntry>> LatestAsync(
        IReadOnlyList<int>? publications,
        string? subject,
        long? before,
        int atMost,
        CancellationToken cancel
    )
    {
        await using var db = databases.CreateDbContext();
        return await db
            .AuditEntries.AsNoTracking()
            .Where(e => (subject == null || e.Subject == subject) && (before == null || e.Id < before))
            .Where(e =>
                publications == null || (e.PublicationId != null && publications.Contains(e.PublicationId.Value))
            )
            .OrderByDescending(e => e.Id)
            .Take(atMost)
            .ToListAsync(cancel);
    }

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;
}
