using System.Collections.Concurrent;

namespace Newsletter.Delivery;

/// <summary>
/// What this process has claimed and not begun, where one process delivers: nobody else can claim it, so it need not
/// be written, and a message costs a row update less. It dies with the process, as a claim should.
/// </summary>
internal sealed class HeldClaims
{
    private readonly ConcurrentDictionary<long, string> holders = [];

    /// <summary>The messages that nobody may claim.</summary>
    public IReadOnlyCollection<long> Ids => [.. holders.Keys];

    public void Take(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
            holders[claim.Id] = claim.Holder;
    }

    /// <summary>False for a claim that has ended: the message may be another claim's by now.</summary>
    public bool Holds(Claim claim) => holders.TryGetValue(claim.Id, out var holder) && holder == claim.Holder;

    /// <summary>A claim ends here, whatever became of it: begun, withdrawn, given back or put off.</summary>
    /// <remarks>Only once what became of it is committed: until then the message must not be claimed again.</remarks>
    public void Forget(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
            holders.TryRemove(new(claim.Id, claim.Holder));
    }

    public void ForgetAll() => holders.Clear();
}
