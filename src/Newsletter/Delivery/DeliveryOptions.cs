namespace Newsletter.Delivery;

/// <summary>The <c>Delivery</c> section of the settings. Durations are a number with ms, s, m, h or d.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>Write .eml files here, whatever the relay.</summary>
    public string? Folder { get; set; }

    /// <summary>The waits after a 4yz reply; "…" at the end repeats the last until <see cref="GiveUpAfter"/>.</summary>
    public string Retries { get; set; } = "5m,15m,45m,2h,4h,…";

    /// <summary>Counted from the first attempt.</summary>
    public string GiveUpAfter { get; set; } = "4d";

    /// <summary>How long those in flight may take once the program is asked to stop.</summary>
    public string Grace { get; set; } = "10s";
}
