using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>Whom a message is for.</summary>
/// <param name="ActionUrl">Of a service mail: where its button leads, absolute.</param>
/// <param name="UnsubscribeUrl">Absolute; one POST to it and the reader has left (RFC 8058).</param>
internal sealed record Reader(EmailAddress Address, string? Name, string UnsubscribeUrl, string? ActionUrl = null)
{
    public ReaderValues Values => new(HeaderText.OneLine(Name ?? "").Trim(), Address.Value, UnsubscribeUrl, ActionUrl);
}
