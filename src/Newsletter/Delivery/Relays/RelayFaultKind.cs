namespace Newsletter.Delivery.Relays;

internal enum RelayFaultKind
{
    /// <summary>A moment later it may work: a connection that broke, a server that is busy.</summary>
    Passing,

    /// <summary>It is not there: a wrong setting, or, where it was there before, a server that restarts.</summary>
    Unreachable,

    /// <summary>It is there and will not take mail as things are: a login, a certificate, a full disk.</summary>
    Unwilling,
}
