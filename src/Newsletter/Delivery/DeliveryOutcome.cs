using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery;

/// <summary>What became of one attempt: the outside world as a value.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>Whether somebody asked us to slow down, and who.</summary>
    public Pressure Pressure { get; init; }

    /// <summary>What is wrong with the way that it took; null where nothing is, or where we cut it off ourselves.</summary>
    public RelayFault? Trouble =>
        this switch
        {
            Interrupted(var fault) => fault,
            Unknown lost => lost.Fault,
            _ => null,
        };

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
    internal sealed record Unknown(string Reason) : DeliveryOutcome
    {
        /// <summary>The same as the relay's fault; null where the program was stopped and did not wait for the answer.</summary>
        public RelayFault? Fault { get; init; }
    }

    /// <summary>The relay does not take the issue's sender, whoever the reader is: no attempt is used up.</summary>
    internal sealed record SenderRefused(RelayFault Fault) : DeliveryOutcome
    {
        /// <summary>It was refused often enough: the issue waits for a person.</summary>
        public bool HoldsIssue { get; init; }
    }

    /// <summary>It was certainly not taken, and the message has no part in why: no attempt is used up.</summary>
    internal sealed record Interrupted(RelayFault Fault) : DeliveryOutcome;
}
