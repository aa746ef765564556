namespace Newsletter.Subscribers.SignUps;

/// <summary>What the DNS says of a domain, as far as mail goes.</summary>
internal enum DomainMail
{
    /// <summary>It takes mail, or nobody could be asked.</summary>
    Possible,

    /// <summary>There is no such domain, or no server in it.</summary>
    None,

    /// <summary>It says that it takes none (RFC 7505).</summary>
    Refused,
}
