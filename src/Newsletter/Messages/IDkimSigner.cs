namespace Newsletter.Messages;

/// <summary>A kind of signature that DKIM knows. Safe to use from several threads.</summary>
internal interface IDkimSigner : IDisposable
{
    /// <summary>As <c>a=</c> has it.</summary>
    string Algorithm { get; }

    /// <summary>As <c>p=</c> of the DNS record has it.</summary>
    string PublicKey { get; }

    byte[] Sign(ReadOnlySpan<byte> text);
}
