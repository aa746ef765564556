namespace Newsletter.Delivery.Routing;

/// <summary>Who asked us to slow down with a reply, by where in the dialogue it came.</summary>
internal enum Pressure
{
    None,

    /// <summary>421 or 4.7.x before a recipient was named: the relay has too much of us.</summary>
    Relay,

    /// <summary>421 or 4.7.x to a recipient or a content: its domain has.</summary>
    Domain,
}
