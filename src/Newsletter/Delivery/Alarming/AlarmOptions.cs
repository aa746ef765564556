namespace Newsletter.Delivery.Alarming;

/// <summary>The <c>Alarms</c> section of the settings.</summary>
internal sealed class AlarmOptions
{
    /// <summary>Who is written to when something stops; addresses with commas between them. Empty: the log alone says it.</summary>
    public string To { get; set; } = "";

    /// <summary>The sender, <c>Name &lt;a@b&gt;</c>. Empty: that of the first publication.</summary>
    public string From { get; set; } = "";

    /// <summary>How long a relay refuses before that is an alarm.</summary>
    public string RelayAfter { get; set; } = "10m";

    /// <summary>How long a source of columns fails, each time that it is asked, before that is an alarm.</summary>
    public string SourceAfter { get; set; } = "24h";

    /// <summary><see cref="To"/>, one by one.</summary>
    internal static string[] Split(string to) =>
        to.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
