using Newsletter.Delivery.Routing;
using Newsletter.Delivery.ServiceMails;

namespace Newsletter.Delivery;

/// <summary>
/// What this process has claimed and not begun, in the order in which it may go. A bounded number: what cannot go soon,
/// because its domain is slow, is given back to the ledger with the time of its turn.
/// </summary>
internal sealed class ClaimQueue(RecipientDomains domains, int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<ServiceMailClaim> first = [];
    private readonly Queue<MessageClaim> ready = [];
    private readonly List<(MessageClaim Claim, TimeSpan At)> late = [];
    private TaskCompletionSource changed = New();

    public int Capacity => capacity;

    public int Count { get; private set; }

    /// <summary>How many mails that are no issue wait here.</summary>
    public int ServiceMails
    {
        get
        {
            lock (gate)
                return first.Count;
        }
    }

    /// <summary>Done when something is there that was not; to be taken before one looks.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
                return changed.Task;
        }
    }

    /// <summary>
    /// How many more may be claimed. What waits in the lane of its domain takes nobody's place: it goes when that may,
    /// and meanwhile the relay is others'.
    /// </summary>
    /// <param name="soon">How many go soon, by the rates of the relays; null: as many as fit.</param>
    public int Room(int? soon)
    {
        lock (gate)
        {
            var inLanes = domains.Lanes.Sum(lane => lane.Waiting);
            var most = Math.Min(soon ?? capacity, capacity - inLanes);
            var room = most - (Count - inLanes);
            // The ledger is not asked for every single one.
            return room < (most + 1) / 2 ? 0 : room;
        }
    }

    public void Offer(IReadOnlyList<Claim> claims, TimeSpan now)
    {
        lock (gate)
        {
            foreach (var claim in claims)
            {
                // Somebody waits for it at this moment, and it is one mail: it waits for no domain.
                if (claim is ServiceMailClaim mail)
                    first.Enqueue(mail);
                else if (claim is MessageClaim message && domains.LaneOf(message) is { } lane)
                    Wait(lane, message, now);
                else
                    ready.Enqueue((MessageClaim)claim);
            }

            Count += claims.Count;
            Pulse();
        }
    }

    /// <summary>When something may go at the earliest; null where all waits for messages under way, or nothing waits.</summary>
    public TimeSpan? NextAt(TimeSpan now)
    {
        lock (gate)
        {
            if (first.Count > 0 || ready.Count > 0)
                return now;
            TimeSpan? next = null;
            foreach (var lane in domains.Lanes)
            {
                if (lane.NextAt(now) is { } at && !(at >= next))
                    next = at;
            }

            return next;
        }
    }

    /// <summary>Null where nothing may go now.</summary>
    public Claim? Take(TimeSpan now)
    {
        lock (gate)
        {
            Claim? claim = first.TryDequeue(out var mail) ? mail : FromLanes(now) ?? FromReady(now);
            if (claim is not null)
                Count--;
            return claim;
        }
    }

    /// <summary>A message that was taken has an outcome.</summary>
    /// <returns>The domain, where it refuses us as a whole.</returns>
    public string? Done(Claim claim, DeliveryOutcome outcome, TimeSpan took, TimeSpan now)
    {
        lock (gate)
        {
            Free(claim, took);
            var refusing = domains.Count(claim, outcome, now);
            if (refusing is not null && domains.LaneOf(claim) is { } stopped)
                late.AddRange(stopped.Empty().Select(each => (each, stopped.Slot(now))));
            return refusing;
        }
    }

    /// <summary>A message that was taken is not sent.</summary>
    public void Left(Claim claim)
    {
        lock (gate)
            Free(claim, took: null);
    }

    /// <summary>Whoever waits should look again.</summary>
    public void Nudge()
    {
        lock (gate)
            Pulse();
    }

    /// <summary>What is to be claimed again later, each with its turn; they are no longer held here.</summary>
    public IReadOnlyList<(MessageClaim Claim, TimeSpan At)> TakeLate()
    {
        lock (gate)
        {
            if (late.Count == 0)
                return [];
            var taken = late.ToArray();
            late.Clear();
            Count -= taken.Length;
            return taken;
        }
    }

    private MessageClaim? FromLanes(TimeSpan now)
    {
        foreach (var lane in domains.Lanes)
        {
            if (lane.NextAt(now) <= now)
                return lane.Take(now);
        }

        return null;
    }

    private MessageClaim? FromReady(TimeSpan now)
    {
        while (ready.TryDequeue(out var claim))
        {
            if (domains.LaneOf(claim) is not { } lane)
                return claim;
            // Its domain asked us to slow down after it was claimed.
            Wait(lane, claim, now);
            if (lane.NextAt(now) <= now)
                return lane.Take(now);
        }

        return null;
    }

    // All lanes together may hold half of what fits, so that something for everybody else always does.
    private void Wait(DomainLane lane, MessageClaim claim, TimeSpan now)
    {
        var held = domains.Lanes.Sum(each => each.Waiting);
        var room = Math.Min(capacity / 8, lane.Waiting + (capacity / 2) - held);
        if (lane.Offer(claim, now, room) is { } at)
            late.Add((claim, at));
    }

    private void Free(Claim claim, TimeSpan? took)
    {
        if (domains.LaneOf(claim) is not { } lane)
            return;
        lane.Done(claim, took);
        Pulse();
    }

    private void Pulse()
    {
        var done = changed;
        changed = New();
        done.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
