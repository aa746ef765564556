namespace Newsletter.Delivery;

/// <summary>
/// A row of the ledger: one issue, to one subscriber. Read through here; changed only by guarded updates, whose number
/// of rows changed is the answer.
/// </summary>
internal sealed class Message
{
    // For EF.
    private Message() { }

    public long Id { get; private set; }

    public int IssueId { get; private set; }

    public long SubscriberId { get; private set; }

    /// <summary>What the reader's links act on.</summary>
    public long SubscriptionId { get; private set; }

    public MessageState State { get; private set; }

    /// <summary>How often it was tried without an outcome: a 4yz reply, or an answer that was lost. A relay that cannot be reached costs no attempt.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not tried before this instant.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>The claim that holds it, <see cref="Claim.Holder"/>; null unless claimed or sending.</summary>
    public string? Owner { get; private set; }

    /// <summary>When the owner counts as dead.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>The Date header: when it was first begun. It belongs to the message, not to the attempt.</summary>
    public DateTimeOffset? DatedAt { get; private set; }

    /// <summary>When <see cref="State"/> last changed to an outcome.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The relay's last words, or why it was withdrawn; at most 500 characters.</summary>
    public string? LastReply { get; private set; }
}
