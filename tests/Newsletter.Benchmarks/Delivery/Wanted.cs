using System.Globalization;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>What is to be measured, as it was typed.</summary>
/// <param name="IsServed">Whether <c>serve</c> delivers the same once more, for its memory and for the time to the first message.</param>
/// <param name="Relays">One a sink. With one, the program knows a single relay, and the second sink serves smtp-source alone.</param>
internal sealed record Wanted(int Readers, int Connections, int Relays, TimeSpan Delay, bool IsSigned, bool IsServed)
{
    /// <param name="words"><c>--readers N --connections N --relays 1|2 --delay 5ms --signed --serve</c>.</param>
    public static Wanted Of(string[] words) =>
        new(
            Number(words, "--readers", 20_000),
            Number(words, "--connections", 20),
            Number(words, "--relays", 2),
            TimeSpan.FromMilliseconds(Number(words, "--delay", 0)),
            words.Contains("--signed"),
            words.Contains("--serve")
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsSigned ? "DKIM RSA-2048" : "unsigned")}, {Connections} connections, {Relays} relays{(Delay > TimeSpan.Zero ? $", replies {Delay.TotalMilliseconds} ms late" : "")}"
        );

    private static int Number(string[] words, string name, int usual) =>
        Array.IndexOf(words, name) is >= 0 and var place && place + 1 < words.Length
            ? int.Parse(
                words[place + 1].Replace("ms", "", StringComparison.Ordinal),
                NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture
            )
            : usual;
}
