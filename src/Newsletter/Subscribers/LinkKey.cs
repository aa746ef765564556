using System.Security.Cryptography;

namespace Newsletter.Subscribers;

/// <summary>
/// A key that signs readers' links. Kept in the database, so that links survive a restore and are the same on
/// several machines. A retired key signs nothing and verifies for ever.
/// </summary>
internal sealed class LinkKey
{
    // For EF.
    private LinkKey() { }

    public LinkKey(DateTimeOffset now) => (Secret, CreatedAt) = (RandomNumberGenerator.GetBytes(32), now);

    /// <summary>1 to 255: one byte of each link names its key.</summary>
    public int Id { get; private set; }

    public byte[] Secret { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }
}
