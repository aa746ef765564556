using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Delivery;

/// <summary>What each outcome makes of a message that is being sent: the one place that decides.</summary>
/// <param name="now">By the machine's clock, as the dates that it is compared with.</param>
/// <param name="due">Now by the clock that messages are due by, <see cref="Ledger.Now"/>.</param>
internal sealed class Settling(NewsletterDb db, RetryPlan usual, DateTimeOffset now, DateTimeOffset due)
{
    // A relay that loses the answer may have taken each copy. The row counts attempts and not lost answers: after so
    // many of any kind a message is sent again only where none is known to be a lost one.
    private const int SentAgain = 2;

    public async Task SettleAsync(IReadOnlyList<Settlement> done, CancellationToken cancel)
    {
        await AcceptedAsync(done, cancel);
        foreach (var settlement in done)
        {
            if (settlement.Outcome is not DeliveryOutcome.Accepted)
                await SettleAsync(settlement, cancel);
        }
    }

    // Nearly all outcomes are these, thousands a second: one statement for all of a commit.
    private async Task AcceptedAsync(IReadOnlyList<Settlement> done, CancellationToken cancel)
    {
        var accepted = new List<AcceptedMessage>(done.Count);
        foreach (var (claim, outcome, _) in done)
        {
            if (outcome is DeliveryOutcome.Accepted(var receipt))
                accepted.Add(new AcceptedMessage(claim.Id, claim.Holder, Reply.WithoutAddresses(receipt)));
        }

        if (accepted.Count == 0)
            return;
        var command = db.Kept(LedgerStatements.For(db).Accept);
        command.Add("@accepted", AcceptedMessage.Json(accepted));
        command.Add("@now", db.Instant(now));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task SettleAsync(Settlement done, CancellationToken cancel)
    {
        var claim = (MessageClaim)done.Claim;
        if (done.Outcome is DeliveryOutcome.Refused(var final))
        {
            await EndAsync(claim, MessageState.Failed, final, cancel);
            return;
        }

        if (done.Outcome is DeliveryOutcome.SenderRefused(var refused))
        {
            await AgainAsync(claim, TimeSpan.Zero, usedUp: 0, Reply.Short(refused.Sentence), cancel);
            return;
        }

        var retries = await PlanAsync(claim, cancel);
        // A clock that was set back since is no reason to give up.
        var age = claim.DatedAt is { } dated && dated < now ? now - dated : TimeSpan.Zero;
        var delay = retries.DelayAfter(claim.Attempts + 1, age, claim.Id);
        switch (done.Outcome)
        {
            case DeliveryOutcome.TryLater(var reason) when delay is { } wait:
                await AgainAsync(claim, wait, usedUp: 1, reason, cancel);
                break;
            case DeliveryOutcome.TryLater(var reason):
                await EndAsync(claim, MessageState.Failed, Reply.Short($"Given up: {reason}"), cancel);
                break;
            case DeliveryOutcome.Unknown(var reason)
                when delay is { } wait
                    && !await WasLostTooOftenAsync(claim, done.IsRepeated, cancel)
                    && await IsSentAgainAsync(claim, cancel):
                await AgainAsync(claim, wait, usedUp: 1, reason, cancel);
                break;
            case DeliveryOutcome.Unknown(var reason):
                await EndAsync(claim, MessageState.Unknown, reason, cancel);
                break;
            // Its issue may have been stopped for days: the first connection that breaks is no reason to give up.
            case DeliveryOutcome.Interrupted(var fault) when done.IsRepeated && retries.IsTooOld(age):
                await EndAsync(claim, MessageState.Failed, Reply.Short($"Given up: {fault.Sentence}"), cancel);
                break;
            case DeliveryOutcome.Interrupted(var fault):
                // A connection that breaks under the same message again may break because of it: others go first.
                var rest = done.IsRepeated ? retries.First : TimeSpan.Zero;
                await AgainAsync(claim, rest, usedUp: 0, Reply.Short(fault.Sentence), cancel);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private Task<int> EndAsync(Claim claim, MessageState state, string reply, CancellationToken cancel) =>
        Held(claim).EndAsync(state, Reply.WithoutAddresses(reply), now, cancel);

    private async Task AgainAsync(Claim claim, TimeSpan wait, int usedUp, string reason, CancellationToken cancel)
    {
        var notBefore = due + wait;
        var reply = Reply.WithoutAddresses(reason);
        await Held(claim)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, MessageState.Queued)
                        .SetProperty(m => m.Owner, (string?)null)
                        .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(m => m.Attempts, m => m.Attempts + usedUp)
                        .SetProperty(m => m.NotBefore, notBefore)
                        .SetProperty(m => m.LastReply, reply),
                cancel
            );
    }

    // A publication's own waits, where it has any.
    private async Task<RetryPlan> PlanAsync(MessageClaim claim, CancellationToken cancel)
    {
        var own = await db
            .Issues.Where(i => i.Id == claim.IssueId)
            .Join(db.Publications, i => i.PublicationId, p => p.Id, (_, p) => new { p.Retries, p.GiveUpAfter })
            .SingleAsync(cancel);
        return usual.With(own.Retries, own.GiveUpAfter);
    }

    private async Task<bool> WasLostTooOftenAsync(MessageClaim claim, bool isRepeated, CancellationToken cancel) =>
        claim.Attempts >= SentAgain
        && (isRepeated || await Held(claim).AnyAsync(m => m.LastReply!.StartsWith(Reply.Lost), cancel));

    private async Task<bool> IsSentAgainAsync(MessageClaim claim, CancellationToken cancel)
    {
        var policy = await db
            .Issues.Where(i => i.Id == claim.IssueId)
            .Join(db.Publications, i => i.PublicationId, p => p.Id, (_, p) => p.UnknownPolicy)
            .SingleAsync(cancel);
        return policy is UnknownPolicy.SendAgain;
    }

    private IQueryable<Message> Held(Claim claim) =>
        db.Messages.Where(m => m.Id == claim.Id && m.State == MessageState.Sending && m.Owner == claim.Holder);
}
