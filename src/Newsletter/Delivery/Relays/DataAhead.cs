namespace Newsletter.Delivery.Relays;

/// <summary>
/// RFC 2920 section 3.1: DATA may be the last command of a group, so that it goes with MAIL and RCPT and its answer
/// comes with theirs. MailKit says it by itself, once it has read the answers to the others: what is heard of DATA is
/// held back until then. That saves a message one of its three waits for the other side.
/// </summary>
internal sealed class DataAhead
{
    // Answers to MAIL and RCPT, which MailKit waits for.
    private const int EnvelopeReplies = 2;

    private readonly ReplyEnds ends = new();
    private byte[] held = [];

    /// <summary>DATA was said, and MailKit has not said it yet.</summary>
    public bool IsUnderWay { get; private set; }

    public bool IsHolding => held.Length > 0;

    public static ReadOnlySpan<byte> Command => "DATA\r\n"u8;

    /// <summary>A group of MAIL and one RCPT, nothing before and nothing behind.</summary>
    public static bool Follows(ReadOnlySpan<byte> said)
    {
        if (!said.StartsWith("MAIL FROM:"u8) || !said.EndsWith("\r\n"u8))
            return false;
        var rest = said[(said.IndexOf("\r\n"u8) + 2)..];
        return rest.StartsWith("RCPT TO:"u8) && rest.IndexOf("\r\n"u8) == rest.Length - 2;
    }

    public void Begin()
    {
        IsUnderWay = true;
        ends.Await(EnvelopeReplies);
    }

    /// <summary>How much of what was heard is MailKit's now; the rest is held.</summary>
    public int Pass(ReadOnlySpan<byte> heard)
    {
        if (!IsUnderWay)
            return heard.Length;
        var passed = ends.Through(heard);
        held = [.. held, .. heard[passed..]];
        return passed;
    }

    /// <summary>Gives as much of what was held as fits.</summary>
    public int Give(Span<byte> destination)
    {
        var given = Math.Min(held.Length, destination.Length);
        held.AsSpan(0, given).CopyTo(destination);
        held = held[given..];
        return given;
    }

    /// <summary>MailKit says DATA, or has called it off.</summary>
    public void End() => IsUnderWay = false;
}
