namespace Newsletter.Delivery;

/// <summary>Where messages are handed over: a relay, or a folder.</summary>
internal interface ICarrier
{
    /// <summary>As a person would name it.</summary>
    string Name { get; }

    /// <summary>How many messages may be handed over at once.</summary>
    int Connections { get; }

    /// <summary>Nothing is connected before the first <see cref="ICarrierConnection.ReadyAsync"/>.</summary>
    ICarrierConnection Open();
}
