namespace Newsletter.Delivery.ServiceMails;

/// <summary>
/// A mail that is no issue, from being asked for to its end. What it says is kept with it, so that sending looks
/// nothing up; it may hold links that act for its reader, and is erased as soon as the mail has come to an end.
/// Changed only by guarded updates, like <see cref="Message"/>.
/// </summary>
internal sealed class ServiceMail
{
    // For EF.
    private ServiceMail() { }

    public long Id { get; private set; }

    public ServiceMailPurpose Purpose { get; private set; }

    /// <summary>What is asked for twice under one key is one mail.</summary>
    public string UniqueKey { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>As addresses are compared.</summary>
    public string EmailKey { get; private set; } = "";

    public string? Name { get; private set; }

    /// <summary>The reader whom it is about; null for staff's own.</summary>
    public long? SubscriberId { get; private set; }

    /// <summary>Whose mail it is; null where it is no publication's.</summary>
    public int? PublicationId { get; private set; }

    /// <summary><see cref="ServiceMailContent"/> as JSON; null once the mail is settled.</summary>
    public string? Content { get; private set; }

    public ServiceMailState State { get; private set; }

    /// <summary>How often it was tried without an outcome; a relay that cannot be reached costs none.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not tried before this instant.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>From then on it is of no use, and does not go any more.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The claim that holds it, <see cref="Claim.Holder"/>; null unless claimed or sending.</summary>
    public string? Owner { get; private set; }

    /// <summary>When the owner counts as dead.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>The Date header: when it was first begun. It belongs to the mail, not to the attempt.</summary>
    public DateTimeOffset? DatedAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The relay's last words, or why it did not go; at most 500 characters.</summary>
    public string? LastReply { get; private set; }
}
