using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery;

/// <summary>What became of one attempt: the outside world as a value.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>Whether somebody asked us to slow down, and who.</summary>
    public Pressure Pressure { get; init; }

    /// <summary>The relay, or the folder, has taken responsibility for it.</summary>
    internal sealed record Accepted(string Receipt) : DeliveryOutcome;

    /// <summary>Refused for now: an attempt is used up.</summary>
    internal sealed record TryLater(string Reason) : DeliveryOutcome
    {
        public RefusalCause Cause { get; init; }
    }

    /// <summary>Refused for good.</summary>
    internal sealed record Refused(string Reason) : DeliveryOutcome
    {
        public RefusalCause Cause { get; init; }
    }

    /// <summary>It was handed over and the answer was lost: only the relay knows.</summary>
    internal sealed record Unknown(string Reason) : DeliveryOutcome;

    /// <summary>It was certainly not taken, and the message has no part in why: no attempt is used up.</summary>
    internal sealed record Interrupted(RelayFault Fault) : DeliveryOutcome;
}
