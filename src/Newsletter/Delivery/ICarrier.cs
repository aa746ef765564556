using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery;

/// <summary>Where messages are handed over: a relay, or a folder.</summary>
internal interface ICarrier
{
    /// <summary>As a person would name it.</summary>
    string Name { get; }

    /// <summary>How many messages may be handed over at once.</summary>
    int Connections { get; }

    /// <summary>At most so many; null: as fast as it goes.</summary>
    SendRate? Rate { get; }

    /// <summary>Its part among several, <see cref="Share"/>; null: what it is free for.</summary>
    int? Weight { get; }

    /// <summary>Nothing is connected before the first <see cref="ICarrierConnection.ReadyAsync"/>.</summary>
    ICarrierConnection Open();
}
