using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>Says that nothing may go to an address, or to a whole domain, from any publication; and takes it back.</summary>
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

    /// <summary>Takes back what staff said. Nobody's state changes by it.</summary>
    /// <param name="target">An address, or <c>@domain</c>.</param>
    /// <exception cref="Refusal">It is neither, or is not suppressed, or by somebody else than staff.</exception>
    public Task LiftAsync(string target, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var lifted = await OfAsync(db, target, cancel);
                if (lifted.Source is not SuppressionSource.Staff)
                    throw new Refusal($"{target.Trim()} {Why(lifted.Source)}, so nothing was changed.");
                db.Suppressions.Remove(lifted);
            },
            cancel
        );

    private static async Task<Suppression> OfAsync(NewsletterDb db, string target, CancellationToken cancel)
    {
        var wanted = Suppression.TargetOf(target);
        var found = await db.Suppressions.SingleOrDefaultAsync(s => s.Target == wanted, cancel);
        if (found is null && EmailAddress.TryParse(target, out var address))
        {
            // A variable: Npgsql cannot translate a character.
            var domain = "@";
            var hashed = await db.SuppressionsOfAsync(address, cancel);
            found = await hashed.FirstOrDefaultAsync(s => !s.Target.StartsWith(domain), cancel);
        }

        return found
            ?? throw new Refusal(
                $"{target.Trim()} is not suppressed itself; \"newsletter subscriber show\" says whether its domain is."
            );
    }

    private static string Why(SuppressionSource source) =>
        source switch
        {
            SuppressionSource.Reader => "was erased at the reader's wish; only they can come back, by signing up",
            SuppressionSource.Import => "came suppressed from another program, as a dead or blocked address",
            _ => "was suppressed by a bounce or a complaint",
        };
}
