namespace Newsletter.Subscribers.SignUps;

internal enum ConfirmationState
{
    /// <summary>To be confirmed by the button.</summary>
    Open,

    /// <summary>Confirmed, and subscribed.</summary>
    Done,

    /// <summary>Too old, or used by one who has left since: to sign up again is what helps.</summary>
    Over,

    /// <summary>No link of ours.</summary>
    Broken,
}
