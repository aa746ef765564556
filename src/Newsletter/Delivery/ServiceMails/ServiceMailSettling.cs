using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Publications;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>
/// What each outcome makes of a service mail. It is waited for by somebody, so it is tried again sooner than an
/// issue's message; and it is of no use after its expiry, which is where trying ends.
/// </summary>
internal sealed class ServiceMailSettling(NewsletterDb db, DateTimeOffset now)
{
    private static readonly RetryPlan s_retries = RetryPlan.Of("1m,5m,15m,1h,…", "366d");

    public Task SettleAsync(Settlement done, CancellationToken cancel)
    {
        var claim = (ServiceMailClaim)done.Claim;
        var wait = s_retries.DelayAfter(claim.Attempts + 1, TimeSpan.Zero, claim.Id) ?? s_retries.First;
        var isOver = now + wait >= claim.ExpiresAt;
        return done.Outcome switch
        {
            DeliveryOutcome.Accepted(var receipt) => EndAsync(claim, ServiceMailState.Sent, receipt, cancel),
            DeliveryOutcome.Refused(var reason) => EndAsync(claim, ServiceMailState.Failed, reason, cancel),
            DeliveryOutcome.TryLater(var reason) when isOver => EndAsync(
                claim,
                ServiceMailState.Expired,
                reason,
                cancel
            ),
            DeliveryOutcome.TryLater(var reason) => AgainAsync(claim, wait, usedUp: 1, reason, cancel),
            DeliveryOutcome.Unknown(var reason) when isOver => EndAsync(
                claim,
                ServiceMailState.Unknown,
                reason,
                cancel
            ),
            // With the same Message-ID: two of a kind are a nuisance, a link that never comes is a person locked out.
            DeliveryOutcome.Unknown(var reason) => AgainAsync(claim, wait, usedUp: 1, reason, cancel),
            DeliveryOutcome.Interrupted(var fault) => AgainAsync(
                claim,
                done.IsRepeated ? s_retries.First : TimeSpan.Zero,
                usedUp: 0,
                Reply.Short(fault.Sentence),
                cancel
            ),
            _ => throw new UnreachableException(),
        };
    }

    private Task<int> EndAsync(
        ServiceMailClaim claim,
        ServiceMailState state,
        string reply,
        CancellationToken cancel
    ) => Held(claim).EndAsync(state, Reply.WithoutAddresses(reply), now, cancel);

    private Task<int> AgainAsync(
        ServiceMailClaim claim,
        TimeSpan wait,
        int usedUp,
        string reason,
        CancellationToken cancel
    )
    {
        var notBefore = now + wait;
        var reply = Reply.WithoutAddresses(reason);
        return Held(claim)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, ServiceMailState.Queued)
                        .SetProperty(m => m.Owner, (string?)null)
                        .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(m => m.Attempts, m => m.Attempts + usedUp)
                        .SetProperty(m => m.NotBefore, notBefore)
                        .SetProperty(m => m.LastReply, reply),
                cancel
            );
    }

    private IQueryable<ServiceMail> Held(ServiceMailClaim claim) =>
        db.ServiceMails.Where(m => m.Id == claim.Id && m.State == ServiceMailState.Sending && m.Owner == claim.Holder);
}
