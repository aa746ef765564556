using System.Globalization;

namespace Newsletter.Delivery;

/// <summary>The <c>Delivery</c> section of the settings. Durations are a number with ms, s, m, h or d.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>The most that <see cref="Grace"/> may be.</summary>
    public static readonly TimeSpan LongestGrace = TimeSpan.FromSeconds(45);

    /// <summary>How long whoever stops the program waits for it: the grace, and the time to write down what came of it.</summary>
    public static readonly TimeSpan LongestStop = LongestGrace + TimeSpan.FromSeconds(15);

    /// <summary>Write .eml files here, whatever the relay.</summary>
    public string? Folder { get; set; }

    /// <summary>The waits after a 4yz reply; "…" at the end repeats the last until <see cref="GiveUpAfter"/>.</summary>
    public string Retries { get; set; } = "5m,15m,45m,2h,4h,…";

    /// <summary>Counted from the first attempt.</summary>
    public string GiveUpAfter { get; set; } = "4d";

    /// <summary>How many readers an issue goes to first, before <see cref="HoldAtRefused"/> is asked; 0: to all at once.</summary>
    public int FirstSlice { get; set; }

    /// <summary>How long after the first slice the rest waits.</summary>
    public string FirstSliceWait { get; set; } = "10m";

    /// <summary>An issue is held where so much of its first slice was refused for good.</summary>
    public string HoldAtRefused { get; set; } = "5%";

    /// <summary><see cref="HoldAtRefused"/> as a share of 1; null where it is none.</summary>
    public double? HoldShare =>
        HoldAtRefused.Trim().TrimEnd('%', ' ') is var number
        && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent is > 0 and <= 100
            ? percent / 100
            : null;

    /// <summary>How long those in flight may take once the program is asked to stop.</summary>
    public string Grace { get; set; } = "10s";

    /// <summary>
    /// On PostgreSQL: how long a claim holds that is not begun, before another process may take it over. Without
    /// danger to the messages: a claim that was taken over begins nothing.
    /// </summary>
    public string ClaimLease { get; set; } = "2m";

    /// <summary>
    /// On PostgreSQL: how long a message holds that is begun. Null: longer than the relay's time-outs. Shorter than
    /// the relay may take, and another process sends what this one is still sending.
    /// </summary>
    public string? SendingLease { get; set; }
}
