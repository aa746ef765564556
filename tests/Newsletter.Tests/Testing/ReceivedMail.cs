namespace Newsletter.Tests.Testing;

/// <summary>A message as the server took it, leading dots undone.</summary>
internal sealed record ReceivedMail(string Sender, string Recipient, byte[] Bytes)
{
    /// <summary>One character a byte.</summary>
    public string Text { get; } = System.Text.Encoding.Latin1.GetString(Bytes);

    public string MessageId =>
        Text.Split("\r\n").First(line => line.StartsWith("Message-ID:", StringComparison.Ordinal)).Split('<', '>')[1];
}
