namespace Newsletter.Delivery.Relays;

/// <summary>RFC 5321 section 4.2: finds where replies end; the last line of one has no hyphen behind its three digits.</summary>
internal sealed class ReplyEnds
{
    private int awaited;
    private int column;
    private bool goesOn;

    /// <summary>The first character of the reply that was heard last; 0 before there is one.</summary>
    public byte Class { get; private set; }

    public bool IsThrough => awaited == 0;

    public void Await(int replies) => (awaited, column, goesOn, Class) = (replies, 0, false, 0);

    /// <summary>How many bytes belong to the replies that are awaited; it goes on where the last piece ended.</summary>
    public int Through(ReadOnlySpan<byte> heard)
    {
        for (var i = 0; i < heard.Length; i++)
        {
            if (IsThrough)
                return i;
            Hear(heard[i]);
        }

        return heard.Length;
    }

    private void Hear(byte character)
    {
        if (character == (byte)'\n')
        {
            if (!goesOn)
                awaited--;
            (column, goesOn) = (0, false);
            return;
        }

        if (column == 0)
            Class = character;
        if (column == 3)
            goesOn = character == (byte)'-';
        column++;
    }
}
