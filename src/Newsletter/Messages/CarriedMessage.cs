using System.Text;
using MimeKit;

namespace Newsletter.Messages;

/// <summary>
/// Bytes that are a message already, in the form in which MailKit sends: nothing is parsed, encoded or folded again.
/// MimeKit writes the header as one raw field and the body as it is.
/// </summary>
internal sealed class CarriedMessage : IDisposable
{
    private readonly RawBody content;

    private CarriedMessage(MimeMessage message, RawBody content) => (Message, this.content) = (message, content);

    public MimeMessage Message { get; }

    /// <summary>True once all of it was handed over: from then on only an answer tells what became of it.</summary>
    public bool IsHandedOver => content.IsWritten;

    public static CarriedMessage Of(OutgoingMessage outgoing, Action? began, Action? handedOver)
    {
        var header = outgoing.Header.Span;
        var colon = header.IndexOf((byte)':');
        var first = new Header(Encoding.ASCII.GetString(header[..colon]), "");
        first.SetRawValue(header[(colon + 1)..].ToArray());
        var body = new RawBody(outgoing.Body, began, handedOver);
        return new CarriedMessage(new MimeMessage([first]) { Body = body }, body);
    }

    /// <summary>Where the bytes go out another way than by <see cref="Message"/>.</summary>
    public void HandOver()
    {
        content.Begin();
        content.End();
    }

    public void Dispose() => Message.Dispose();

    private sealed class RawBody : MimePart
    {
        private readonly ReadOnlyMemory<byte> bytes;
        private readonly Action? began;
        private readonly Action? handedOver;

        public RawBody(ReadOnlyMemory<byte> bytes, Action? began, Action? handedOver)
        {
            (this.bytes, this.began, this.handedOver) = (bytes, began, handedOver);
            Headers.Clear();
        }

        public bool IsWritten { get; private set; }

        public override void WriteTo(
            FormatOptions options,
            Stream stream,
            bool contentOnly,
            CancellationToken cancellationToken = default
        )
        {
            Begin();
            stream.Write(bytes.Span);
            End();
        }

        public override async Task WriteToAsync(
            FormatOptions options,
            Stream stream,
            bool contentOnly,
            CancellationToken cancellationToken = default
        )
        {
            Begin();
            await stream.WriteAsync(bytes, cancellationToken);
            End();
        }

        public void Begin() => began?.Invoke();

        public void End()
        {
            IsWritten = true;
            handedOver?.Invoke();
        }
    }
}
