using Microsoft.EntityFrameworkCore;

namespace Newsletter.Delivery;

/// <summary>Updates that several transitions share.</summary>
internal static class LedgerUpdates
{
    /// <summary>Free for anyone to claim, as soon as it was.</summary>
    public static Task<int> BackToQueueAsync(this IQueryable<Message> messages, CancellationToken cancel) =>
        messages.ExecuteUpdateAsync(
            set =>
                set.SetProperty(m => m.State, MessageState.Queued)
                    .SetProperty(m => m.Owner, (string?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
            cancel
        );

    /// <summary>It has come to an end.</summary>
    public static Task<int> EndAsync(
        this IQueryable<Message> messages,
        MessageState state,
        string reason,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        messages.ExecuteUpdateAsync(
            set =>
                set.SetProperty(m => m.State, state)
                    .SetProperty(m => m.Owner, (string?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(m => m.SettledAt, now)
                    .SetProperty(m => m.LastReply, reason),
            cancel
        );
}
