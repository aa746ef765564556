namespace Newsletter.Subscribers;

internal enum SubscriptionState
{
    /// <summary>Asked for, not confirmed: receives nothing but the request to confirm.</summary>
    Pending,

    /// <summary>Receives issues.</summary>
    Active,

    /// <summary>Receives nothing until a date the reader chose.</summary>
    Paused,

    /// <summary>Left; only the reader can come back.</summary>
    Unsubscribed,

    /// <summary>The address is dead.</summary>
    Bounced,

    /// <summary>The reader called an issue spam.</summary>
    Complained,
}
