namespace Newsletter.Delivery.Relays;

internal enum RelaySecurity
{
    /// <summary>TLS at once on port 465; elsewhere STARTTLS where it is offered; plain on this machine.</summary>
    Auto,
    None,
    StartTls,

    /// <summary>TLS at once (RFC 8314).</summary>
    Tls,
}
