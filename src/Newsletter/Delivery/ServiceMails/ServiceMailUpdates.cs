using Microsoft.EntityFrameworkCore;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>Updates that several transitions share.</summary>
internal static class ServiceMailUpdates
{
    private const string Expired = "It could not go while it was of use.";

    public static Task<int> BackToQueueAsync(this IQueryable<ServiceMail> mails, CancellationToken cancel) =>
        mails.ExecuteUpdateAsync(
            set =>
                set.SetProperty(m => m.State, ServiceMailState.Queued)
                    .SetProperty(m => m.Owner, (string?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
            cancel
        );

    /// <summary>It could not go while it was of use; where a relay said why, its words stay.</summary>
    public static async Task<int> ExpireAsync(
        this IQueryable<ServiceMail> mails,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await mails
            .Where(m => m.LastReply == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LastReply, Expired), cancel);
        return await mails.ExecuteUpdateAsync(
            set =>
                set.SetProperty(m => m.State, ServiceMailState.Expired)
                    .SetProperty(m => m.Content, (string?)null)
                    .SetProperty(m => m.Owner, (string?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(m => m.SettledAt, now),
            cancel
        );
    }

    /// <summary>It has come to an end, and what it said is erased.</summary>
    public static Task<int> EndAsync(
        this IQueryable<ServiceMail> mails,
        ServiceMailState state,
        string reason,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        mails.ExecuteUpdateAsync(
            set =>
                set.SetProperty(m => m.State, state)
                    .SetProperty(m => m.Content, (string?)null)
                    .SetProperty(m => m.Owner, (string?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(m => m.SettledAt, now)
                    .SetProperty(m => m.LastReply, reason),
            cancel
        );
}
