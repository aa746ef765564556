namespace Newsletter.Subscribers;

/// <summary>What a link that was mailed at a reader's wish leads to.</summary>
internal abstract record RequestTarget
{
    private RequestTarget() { }

    /// <summary>No link of ours: cut, altered, or made up.</summary>
    internal sealed record Broken : RequestTarget;

    /// <summary>A link of ours whose reader was erased, or that is older than what is kept.</summary>
    internal sealed record Gone : RequestTarget;

    /// <summary>Its hour is over.</summary>
    internal sealed record Over(string Language) : RequestTarget;

    /// <param name="Email">To which it was mailed.</param>
    /// <param name="Language">That of the mail.</param>
    /// <param name="IsUsed">It did already what it is for.</param>
    internal sealed record Found(long RequestId, long SubscriberId, string Email, string Language, bool IsUsed)
        : RequestTarget;
}
