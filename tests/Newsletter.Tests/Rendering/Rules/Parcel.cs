using System.Text;
using MimeKit;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>A whole message as it goes out, one character a byte, and who is to get it.</summary>
internal sealed record Parcel(string Text, string Sender, string Recipient, MailKinds Kind)
{
    private readonly Lazy<MimeMessage> message = new(() =>
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(Text));
        return MimeMessage.Load(stream);
    });

    public string Header => Text.Split("\r\n\r\n", 2)[0];

    public string Body => Text.Split("\r\n\r\n", 2) is [_, var body] ? body : "";

    /// <summary>The fields in their order, unfolded.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields =>
        [
            .. Header
                .Replace("\r\n ", " ", StringComparison.Ordinal)
                .Split("\r\n")
                .Select(line => line.Split(':', 2))
                .Select(pair => (pair[0], pair.Length == 2 ? pair[1].Trim() : "")),
        ];

    public MimeMessage Message => message.Value;

    public IReadOnlyList<TextPart> Parts => [.. Message.BodyParts.OfType<TextPart>()];

    /// <summary>A field's value; null where it is missing.</summary>
    public string? this[string name] =>
        Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The tags of the DKIM signature, without blanks.</summary>
    public IReadOnlyDictionary<string, string> Signature =>
        (this["DKIM-Signature"] ?? "")
            .Replace(" ", "", StringComparison.Ordinal)
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(tag => tag.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : "", StringComparer.Ordinal);
}
