using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>Says that nothing may go to an address, or to a whole domain, from any publication.</summary>
internal sealed class Suppressing(WriteLane lane, TimeProvider clock)
{
    /// <summary>In force at once, for messages already queued too. The first reason stays.</summary>
    /// <param name="target">An address, or <c>@domain</c>.</param>
    /// <returns>False where it was suppressed already.</returns>
    /// <exception cref="Refusal">It is neither, or no reason is given.</exception>
    public async Task<bool> SuppressAsync(string target, string reason, CancellationToken cancel)
    {
        var suppression = Suppression.Of(target, reason, clock.GetUtcNow());
        return await lane.WriteAsync(
            async db =>
            {
                if (await db.Suppressions.AnyAsync(s => s.Target == suppression.Target, cancel))
                    return false;
                db.Suppressions.Add(Suppression.Of(target, reason, suppression.At));
                return true;
            },
            cancel
        );
    }
}
