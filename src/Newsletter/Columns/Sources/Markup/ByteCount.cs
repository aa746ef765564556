namespace Newsletter.Columns.Sources.Markup;

/// <summary>What the bytes of a file look like, counted in one pass that holds none of them.</summary>
internal sealed class ByteCount
{
    // In Western text accented letters stand alone or by twos; in Greek, Cyrillic or Hebrew they are the words.
    private const int LongRun = 4;

    private int expected;
    private int sequence;
    private byte lead;
    private long run;

    /// <summary>Characters of UTF-8 beyond ASCII.</summary>
    public long Utf8 { get; private set; }

    /// <summary>Bytes that no UTF-8 text has there.</summary>
    public long Wrong { get; private set; }

    /// <summary>Wrong bytes that stand in long runs.</summary>
    public long InRuns { get; private set; }

    public long Zeros { get; private set; }

    /// <summary>In whole, or but for a few bytes, UTF-8.</summary>
    public bool IsUtf8 => Wrong == 0 || Utf8 >= Wrong;

    /// <summary>Whether the bytes that are no UTF-8 read as the accents of a Western language.</summary>
    public bool IsWestern => InRuns * 4 <= Wrong;

    public static ByteCount Of(Stream bytes)
    {
        var count = new ByteCount();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = bytes.Read(buffer)) > 0)
            foreach (var one in buffer.AsSpan(0, read))
                count.Add(one);
        count.EndSequence();
        count.EndRun();
        return count;
    }

    private void Add(byte one)
    {
        if (one == 0)
            Zeros++;
        if (expected > 0 && one is >= 0x80 and <= 0xBF && IsSecond(one))
        {
            sequence++;
            if (--expected == 0)
                (Utf8, sequence) = (Utf8 + 1, 0);
            return;
        }
        EndSequence();
        if (one < 0x80)
        {
            EndRun();
            return;
        }
        (expected, lead) = (Following(one), one);
        if (expected > 0)
            sequence = 1;
        else
            AddWrong(1);
    }

    // RFC 3629 section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
    private bool IsSecond(byte one) =>
        sequence != 1
        || lead switch
        {
            0xE0 => one >= 0xA0,
            0xED => one <= 0x9F,
            0xF0 => one >= 0x90,
            0xF4 => one <= 0x8F,
            _ => true,
        };

    private static int Following(byte one) =>
        one switch
        {
            >= 0xC2 and <= 0xDF => 1,
            >= 0xE0 and <= 0xEF => 2,
            >= 0xF0 and <= 0xF4 => 3,
            _ => 0,
        };

    private void EndSequence()
    {
        if (expected > 0)
            AddWrong(sequence);
        (expected, sequence) = (0, 0);
    }

    private void AddWrong(int bytes) => (Wrong, run) = (Wrong + bytes, run + bytes);

    private void EndRun()
    {
        if (run >= LongRun)
            InRuns += run;
        run = 0;
    }
}
