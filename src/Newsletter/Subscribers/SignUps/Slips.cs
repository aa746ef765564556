namespace Newsletter.Subscribers.SignUps;

/// <summary>What fingers do to a word: one letter too many, too few, another one, or two the wrong way round.</summary>
internal static class Slips
{
    public static bool IsOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var start = typed.CommonPrefixLength(meant);
        var a = typed[start..];
        var b = meant[start..];
        return (a.Length - b.Length) switch
        {
            1 => a[1..].SequenceEqual(b),
            -1 => b[1..].SequenceEqual(a),
            0 => a.Length > 0 && (a[1..].SequenceEqual(b[1..]) || IsSwapped(a, b)),
            _ => false,
        };
    }

    private static bool IsSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
