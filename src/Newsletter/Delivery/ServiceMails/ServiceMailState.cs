namespace Newsletter.Delivery.ServiceMails;

/// <summary>The words of <see cref="MessageState"/>, and one more.</summary>
internal enum ServiceMailState
{
    Queued,

    /// <summary>Taken by a process, not begun.</summary>
    Claimed,

    /// <summary>Begun: on disk before DATA.</summary>
    Sending,

    /// <summary>Accepted by the relay.</summary>
    Sent,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>The answer after the final dot was lost, and it was too late to send it again.</summary>
    Unknown,

    /// <summary>Its address is suppressed.</summary>
    Withdrawn,

    /// <summary>It could not go while it was of use.</summary>
    Expired,
}
