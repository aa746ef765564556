using Newsletter.Delivery.Relays;
using Newsletter.Messages;

namespace Newsletter.Delivery;

/// <summary>One way of handing over, for one message after another.</summary>
internal interface ICarrierConnection : IAsyncDisposable
{
    /// <summary>Whether <see cref="ReadyAsync"/> has nothing to do, and so takes no time.</summary>
    bool IsReady { get; }

    /// <summary>Connects where that is needed; null once a message can be handed over.</summary>
    /// <exception cref="OperationCanceledException">Stopped; nothing is connected.</exception>
    Task<RelayFault?> ReadyAsync(CancellationToken cancel);

    /// <summary>Never throws for what the world does. Cancelling cuts the connection: what was handed over by then is unknown.</summary>
    Task<DeliveryOutcome> CarryAsync(OutgoingMessage message, CancellationToken cancel);

    /// <summary>There is nothing to carry for a while.</summary>
    Task RestAsync(CancellationToken cancel);
}
