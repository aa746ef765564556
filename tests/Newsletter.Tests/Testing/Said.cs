namespace Newsletter.Tests.Testing;

/// <summary>What every sentence for a person keeps to.</summary>
internal static class Said
{
    private static readonly string[] NeverSaid =
    [
        "Exception",
        "   at ",
        "(Parameter",
        "System.",
        "Microsoft.",
        "Npgsql.",
    ];

    /// <summary>One line, status 1, nothing on standard output, no word of the program's insides, and the words given.</summary>
    public static void Refused(Typed typed, params string[] words)
    {
        Assert.Equal(1, typed.Status);
        Assert.Equal("", typed.Output);
        Sentence(typed.Error, words);
        Assert.Single(typed.Error.TrimEnd().Split('\n'));
    }

    public static void Sentence(string text, params string[] words)
    {
        foreach (var word in words)
            Assert.Contains(word, text, StringComparison.Ordinal);
        foreach (var word in NeverSaid)
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
    }
}
