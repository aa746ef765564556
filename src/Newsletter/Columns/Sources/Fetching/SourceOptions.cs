namespace Newsletter.Columns.Sources.Fetching;

/// <summary>The <c>Sources</c> section of the settings.</summary>
internal sealed class SourceOptions
{
    /// <summary>How often each source is asked. A duration, a minute at least.</summary>
    public string Every { get; set; } = "30m";

    /// <summary>
    /// Networks beside the public ones that columns and their pictures may come from, such as <c>192.168.1.0/24</c>,
    /// with commas between them.
    /// </summary>
    public string AllowedNetworks { get; set; } = "";

    public string[] Networks() =>
        AllowedNetworks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
