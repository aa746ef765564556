namespace Newsletter.Subscribers.SignUps;

/// <summary>What becomes of a sign-up. All but the first leave everything as it was.</summary>
internal enum SignUpAnswer
{
    /// <summary>Whether the address was known or not, and whatever is known of it.</summary>
    CheckYourMail,

    /// <summary>The publication takes no sign-ups.</summary>
    Closed,

    /// <summary>No address that mail can go to.</summary>
    NoAddress,

    /// <summary>Its domain is not there.</summary>
    NoSuchDomain,

    /// <summary>Its domain takes no mail (RFC 7505).</summary>
    NoMailThere,

    /// <summary>The domain is nearly one that many people have: is it meant?</summary>
    Slip,

    /// <summary>The sentence that was shown is not the publication's any more, or none was shown.</summary>
    SentenceNotSeen,

    /// <summary>Sent as no person sends it: to be pressed once more.</summary>
    NotByHand,

    /// <summary>Too many from there lately.</summary>
    TooMany,
}
