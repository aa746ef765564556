using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>Readers who want nothing until a date.</summary>
internal sealed class Pauses(WriteLane lane, TimeProvider clock)
{
    /// <summary>How far ahead a pause can end.</summary>
    public const int LongestInDays = 365;

    /// <summary>Those whose date has come are active again.</summary>
    /// <returns>How many.</returns>
    public Task<int> EndAsync(CancellationToken cancel) =>
        lane.WriteAsync(db => EndAsync(db, clock.GetUtcNow(), cancel), cancel);

    /// <summary>Within a transaction that the caller has begun, such as the one that freezes an audience.</summary>
    public static Task<int> EndAsync(NewsletterDb db, DateTimeOffset now, CancellationToken cancel) =>
        db
            .Subscriptions.Where(s => s.PausedUntil <= now && s.State == SubscriptionState.Paused)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(s => s.State, SubscriptionState.Active)
                        .SetProperty(s => s.PausedUntil, (DateTimeOffset?)null)
                        .SetProperty(s => s.ChangedAt, now),
                cancel
            );
}
