namespace Newsletter.Publications;

/// <summary>What becomes of a message whose acceptance by the relay is in doubt after a crash or a lost reply.</summary>
internal enum UnknownPolicy
{
    /// <summary>Sent again with the same Message-ID: a reader may see it twice, none misses it.</summary>
    SendAgain,

    /// <summary>Waits for a person: a reader may miss it, none sees it twice.</summary>
    Hold,
}
