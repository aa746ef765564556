using Newsletter.Addresses;

namespace Newsletter.Subscribers;

/// <summary>A person with an address. What they receive is in their subscriptions.</summary>
internal sealed class Subscriber
{
    // For EF.
    private Subscriber() { }

    public Subscriber(EmailAddress address, string? name, DateTimeOffset now)
    {
        (Email, EmailKey, CreatedAt) = (address.Value, address.Key, now);
        Rename(name);
    }

    public long Id { get; private set; }

    /// <summary>As typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary><see cref="EmailAddress.Key"/>: unique.</summary>
    public string EmailKey { get; private set; } = "";

    public string? Name { get; private set; }

    /// <summary>Lower-case ISO 639-1, as the reader chose; null: that of each publication.</summary>
    public string? Language { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <param name="language">Lower-case ISO 639-1; null for that of each publication.</param>
    public void Prefer(string? language) => Language = language;

    /// <summary>The reader is reached at another address from now on.</summary>
    public void MoveTo(EmailAddress address) => (Email, EmailKey) = (address.Value, address.Key);

    /// <summary>What breaks a line or cannot be encoded is taken out and it is cut to 200 characters: a name ends in headers.</summary>
    public void Rename(string? name) => Name = CleanName(name);

    public static string? CleanName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var clean = OneLine.Cleaned(name);
        if (clean.Length > 200)
            clean = clean[..(char.IsHighSurrogate(clean[199]) ? 199 : 200)];
        return clean.Length == 0 ? null : clean;
    }
}
