using Newsletter.Addresses;

namespace Newsletter.Subscribers;

/// <summary>
/// The mailbox that an address most likely ends in, for limits alone: <c>ada+one@</c> and <c>ada+two@</c> are two
/// readers, and one person who is mailed (RFC 5233 calls what follows the plus sign a detail).
/// </summary>
internal static class MailboxKey
{
    public static string Of(EmailAddress address)
    {
        var local = address.Local.ToLowerInvariant();
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0)
            local = local[..plus];
        // Gmail reads no dots: https://support.google.com/mail/answer/7436150
        return address.Domain is "gmail.com" or "googlemail.com"
            ? $"{local.Replace(".", "", StringComparison.Ordinal)}@gmail.com"
            : $"{local}@{address.Domain}";
    }
}
