using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Newsletter.Addresses;

/// <summary>
/// An address that mail can go to: <c>local@domain</c> of RFC 5321 section 4.1.2, without quoted local parts,
/// comments or address literals, which no reader types and many relays refuse. Local parts outside ASCII are
/// allowed (RFC 6531); they need a relay that announces SMTPUTF8.
/// </summary>
internal sealed record EmailAddress
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string value, string local, string domain)
    {
        Value = value;
        Local = local;
        Domain = domain;
        Key = $"{local.ToLowerInvariant()}@{domain}";
    }

    /// <summary>As it was typed, without surrounding blanks.</summary>
    public string Value { get; }

    /// <summary>The part before the at sign, as typed.</summary>
    public string Local { get; }

    /// <summary>The domain as a lower-case A-label.</summary>
    public string Domain { get; }

    /// <summary>Two addresses with the same key are the same reader: local part lower-cased, domain as A-label.</summary>
    public string Key { get; }

    /// <summary>As an envelope carries it: the local part as typed, the domain as an A-label.</summary>
    public string Wire => $"{Local}@{Domain}";

    /// <summary>True where the local part leaves ASCII, so that only SMTPUTF8 can carry it (RFC 6531).</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(Local);

    public bool Equals(EmailAddress? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    /// <exception cref="Refusal">The text is no address; the sentence says why.</exception>
    public static EmailAddress Parse(string? text) =>
        TryParse(text, out var address, out var why) ? address : throw new Refusal(why);

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address) =>
        TryParse(text, out address, out _);

    /// <param name="why">A sentence for the person who typed it, where it is no address.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out EmailAddress? address,
        [NotNullWhen(false)] out string? why
    )
    {
        address = null;
        var value = text?.Trim() ?? "";
        if (!OneLine.Is(value))
        {
            why = $"\"{Shown(value)}\" holds a character that an address cannot have.";
            return false;
        }

        value = value.Normalize(NormalizationForm.FormC);
        var at = value.LastIndexOf('@');
        why =
            value.Length == 0 ? "The address is empty; an address looks like name@example.org."
            : at < 0 ? $"\"{Shown(value)}\" has no @; an address looks like name@example.org."
            : LocalFault(value, at);
        if (why is not null)
            return false;

        var domain = DomainOrNull(value[(at + 1)..]);
        if (domain is null)
        {
            why = $"\"{Shown(value)}\" has no valid domain after the @; an address looks like name@example.org.";
            return false;
        }

        // RFC 5321 section 4.5.3.1.3: a path is at most 256 octets, its two angle brackets included.
        if (Encoding.UTF8.GetByteCount(value.AsSpan(0, at)) + 1 + domain.Length > 254)
        {
            why = $"\"{Shown(value)}\" is longer than 254 characters; no mail server accepts it.";
            return false;
        }

        address = new EmailAddress(value, value[..at], domain);
        return true;
    }

    private static string? LocalFault(string value, int at)
    {
        var local = value.AsSpan(0, at);
        if (local.IsEmpty)
            return $"\"{Shown(value)}\" has nothing before the @; an address looks like name@example.org.";
        // RFC 5321 section 4.5.3.1.1: a local part is at most 64 octets.
        if (Encoding.UTF8.GetByteCount(local) > 64)
            return $"\"{Shown(value)}\" has more than 64 characters before the @; no mail server accepts it.";
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return $"\"{Shown(value)}\" has a dot in the wrong place before the @.";
        foreach (var c in local)
        {
            if (!IsLocalCharacter(c))
                return $"\"{Shown(value)}\" holds a character that an address cannot have before the @.";
        }

        return null;
    }

    // RFC 5322 section 3.2.3 (atext), and RFC 6532 for what lies outside ASCII.
    private static bool IsLocalCharacter(char c) =>
        c < 128
            ? char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal)
            : char.IsLetterOrDigit(c)
                || char.IsSurrogate(c)
                // What decoders put where they found no character.
                || (char.IsSymbol(c) && c != '\uFFFD')
                || IsCombining(c);

    private static bool IsCombining(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string? DomainOrNull(string text)
    {
        if (
            text.Length == 0
            || text.Length > 253
            || text.EndsWith('.')
            || !text.Contains('.', StringComparison.Ordinal)
        )
            return null;
        try
        {
            var domain = Idn.GetAscii(text).ToLowerInvariant();
            var last = domain[(domain.LastIndexOf('.') + 1)..];
            // A top-level domain is never all digits (RFC 3696 section 2): that is an IP address.
            return domain.Length <= 253 && !last.All(char.IsAsciiDigit) ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Shown(string value) =>
        string.Concat(
            OneLine.Shortened(value, 60).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c)
        );
}
