using Newsletter.Addresses;

namespace Newsletter.Subscribers;

/// <summary>
/// A mail to one reader that something asked for. It is written with what it is about, in one transaction; delivery
/// finds it and mails it. It stays for a while, so that nothing can be made to mail an address again and again.
/// </summary>
internal sealed class ReaderRequest
{
    // For EF.
    private ReaderRequest() { }

    public ReaderRequest(ReaderRequestKind kind, EmailAddress to, string? language, DateTimeOffset now) =>
        (Kind, Email, EmailKey, Mailbox, Language, AskedAt) = (
            kind,
            to.Value,
            to.Key,
            MailboxKey.Of(to),
            language,
            now
        );

    public long Id { get; private set; }

    public ReaderRequestKind Kind { get; private set; }

    /// <summary>Where the mail goes, as typed.</summary>
    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    /// <summary>What limits count by, <see cref="MailboxKey"/>.</summary>
    public string Mailbox { get; private set; } = "";

    /// <summary>Lower-case ISO 639-1; null: the publication's.</summary>
    public string? Language { get; private set; }

    /// <summary>Null where nobody is known yet, or the request is no single reader's.</summary>
    public Subscriber? Subscriber { get; init; }

    public long? SubscriberId { get; private set; }

    public Subscription? Subscription { get; init; }

    public long? SubscriptionId { get; private set; }

    /// <summary>Whose name is on the mail; null where it is no publication's.</summary>
    public int? PublicationId { get; init; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When delivery took it over; null while it waits.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    /// <summary>When its link was used; null where it was not, or has none.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public void Mail(DateTimeOffset now) => MailedAt = now;

    public void Use(DateTimeOffset now) => UsedAt ??= now;
}
