using System.Net.Sockets;

namespace Newsletter.Delivery.Relays;

/// <summary>
/// The socket as MailKit sees it: what it writes in pieces of 4,096 bytes is gathered, and goes out before the next
/// answer is waited for. Without that a message is eight system calls, and as many packets, instead of one.
/// </summary>
internal sealed class RelayStream(Socket socket) : Stream
{
    // The longest of our messages is clipped by mail clients before it fills this.
    private const int Room = 128 * 1024;

    private readonly NetworkStream inner = new(socket, ownsSocket: true);
    private readonly byte[] waiting = new byte[Room];
    private int count;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override bool CanTimeout => true;

    public override int ReadTimeout
    {
        get => inner.ReadTimeout;
        set => inner.ReadTimeout = value;
    }

    public override int WriteTimeout
    {
        get => inner.WriteTimeout;
        set => inner.WriteTimeout = value;
    }

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (!buffer.IsEmpty)
        {
            buffer = buffer[Gather(buffer.Span)..];
            if (count == Room)
                await SendAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            buffer = buffer[Gather(buffer)..];
            if (count == Room)
                Send();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    // Whoever waits for an answer has said all of it: only then must it be on its way.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendAsync(cancellationToken);
        return await inner.ReadAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        Send();
        return inner.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // MailKit flushes between the parts of one message; the read that follows sends them together.
    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Gather(ReadOnlySpan<byte> buffer)
    {
        var fits = Math.Min(buffer.Length, Room - count);
        buffer[..fits].CopyTo(waiting.AsSpan(count));
        count += fits;
        return fits;
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        var sent = Taken();
        if (!sent.IsEmpty)
            await inner.WriteAsync(sent, cancellationToken);
    }

    private void Send() => inner.Write(Taken().Span);

    private ReadOnlyMemory<byte> Taken()
    {
        var sent = waiting.AsMemory(0, count);
        count = 0;
        return sent;
    }
}
