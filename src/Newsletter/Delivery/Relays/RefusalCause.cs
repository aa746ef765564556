namespace Newsletter.Delivery.Relays;

/// <summary>Whose fault it is that a message was not taken, as far as the reply says.</summary>
internal enum RefusalCause
{
    /// <summary>The reply does not say, or says something of its own.</summary>
    Other,

    /// <summary>The address is dead: no such mailbox or domain, or one that takes no mail.</summary>
    Address,

    /// <summary>The mailbox is there and full.</summary>
    Mailbox,

    /// <summary>We, or what we send, are not wanted: no reader is to blame.</summary>
    Policy,

    /// <summary>A server on the way is at fault.</summary>
    System,
}
