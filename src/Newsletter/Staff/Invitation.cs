namespace Newsletter.Staff;

/// <summary>
/// Lets one person make an account, by a link that works once. The first of an installation has no address: the
/// operator who reads the link opens it.
/// </summary>
internal sealed class Invitation
{
    // For EF.
    private Invitation() { }

    public Invitation(string key, string? email, int? publicationId, StaffRole role, DateTimeOffset expiresAt) =>
        (Key, Email, PublicationId, Role, ExpiresAt) = (key, email, publicationId, role, expiresAt);

    public int Id { get; private set; }

    /// <summary>The token of its link, hashed.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Null: whoever opens the link says it.</summary>
    public string? Email { get; private set; }

    /// <summary>Null: all publications.</summary>
    public int? PublicationId { get; private set; }

    public StaffRole Role { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }
}
