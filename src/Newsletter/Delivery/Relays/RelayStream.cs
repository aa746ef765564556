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
    private readonly DataAhead ahead = new();
    private int count;

    /// <summary>Whether DATA goes with the envelope: for a dialogue in clear, with contents by DATA.</summary>
    public bool SaysDataAhead { get; set; }

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
        if (count > 0)
            await ArrangeAsync(cancellationToken);
        await SendAsync(cancellationToken);
        if (ahead is { IsUnderWay: false, IsHolding: true })
            return ahead.Give(buffer.Span);
        var heard = await inner.ReadAsync(buffer, cancellationToken);
        return ahead.Pass(buffer.Span[..heard]);
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

    private ReadOnlySpan<byte> Said => waiting.AsSpan(0, count);

    private async ValueTask ArrangeAsync(CancellationToken cancel)
    {
        if (!ahead.IsUnderWay)
        {
            if (!SaysDataAhead || !DataAhead.Follows(Said) || Room - count < DataAhead.Command.Length)
                return;
            Gather(DataAhead.Command);
            ahead.Begin();
            return;
        }

        ahead.End();
        if (Said.SequenceEqual(DataAhead.Command))
            count = 0;
        else
            await CallOffAsync(cancel);
    }

    // The envelope was refused. RFC 2920 section 3.1: a server that says 354 all the same is given an empty content,
    // which it refuses, since it is for nobody.
    private async ValueTask CallOffAsync(CancellationToken cancel)
    {
        if (await HearAsync(cancel) != (byte)'3')
            return;
        await inner.WriteAsync(".\r\n"u8.ToArray(), cancel);
        await HearAsync(cancel);
    }

    /// <summary>The class of the next reply; 0 where the connection ended.</summary>
    private async ValueTask<byte> HearAsync(CancellationToken cancel)
    {
        var ends = new ReplyEnds();
        ends.Await(1);
        var line = new byte[1];
        while (!ends.IsThrough)
        {
            var heard = ahead.IsHolding ? ahead.Give(line) : await inner.ReadAsync(line, cancel);
            if (heard == 0)
                return 0;
            ends.Through(line);
        }

        return ends.Class;
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
