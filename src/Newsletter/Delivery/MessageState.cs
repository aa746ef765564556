namespace Newsletter.Delivery;

internal enum MessageState
{
    Queued,

    /// <summary>Taken by a process, not begun.</summary>
    Claimed,

    /// <summary>Begun: on disk before DATA.</summary>
    Sending,

    /// <summary>Accepted by the relay.</summary>
    Sent,

    /// <summary>Refused for good, or retries used up.</summary>
    Failed,

    /// <summary>The answer after the final dot was lost, or the process died there.</summary>
    Unknown,

    /// <summary>Not begun, and never will be: the reader left, was suppressed, or the issue was cancelled.</summary>
    Withdrawn,
}
