using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;

namespace Newsletter.Subscribers.SignUps;

/// <summary>
/// How many forms are looked at, by network, by domain and in all. Kept in memory: what an address is mailed is limited
/// in the database, and this only keeps a flood from getting there.
/// </summary>
internal sealed class SignUpLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<(string? Network, string Domain)> limiter;

    public SignUpLimits(IOptions<SignUpOptions> options)
    {
        var most = options.Value;
        limiter = PartitionedRateLimiter.CreateChained(
            // Where the network is not known, nothing can be counted by it.
            By(visit => visit.Network, most.PerNetwork),
            By(visit => KnownDomains.IsProvider(visit.Domain) ? null : visit.Domain, most.PerDomain),
            By(_ => "all", most.Overall)
        );
    }

    /// <summary>Counts one form, and says whether it is one too many.</summary>
    public bool IsTooMuch(string? network, EmailAddress address)
    {
        using var lease = limiter.AttemptAcquire((network, address.Domain));
        return !lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<(string? Network, string Domain)> By(
        Func<(string? Network, string Domain), string?> key,
        int most
    ) =>
        PartitionedRateLimiter.Create<(string? Network, string Domain), string>(visit =>
            key(visit) is { } name
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    name,
                    _ => new SlidingWindowRateLimiterOptions
                    {
                        PermitLimit = most,
                        Window = Window,
                        SegmentsPerWindow = 12,
                        QueueLimit = 0,
                    }
                )
                : RateLimitPartition.GetNoLimiter("")
        );
}
