namespace Newsletter.Delivery.Routing;

/// <summary>An entry of the <c>Domains</c> section of the settings: what one recipient domain is given.</summary>
/// <param name="section">What the names of these settings begin with, such as <c>Domains__0</c>.</param>
internal sealed class DomainOptions(string section)
{
    public string Section => section;

    /// <summary>What stands after the at sign, such as <c>gmail.com</c>.</summary>
    public string? Domain { get; set; }

    /// <summary>At most so many messages, <see cref="SendRate"/>; null: as fast as it goes.</summary>
    public string? Rate { get; set; }

    /// <summary>At most so many messages under way at once; null: as many as the relays have connections.</summary>
    public int? Connections { get; set; }
}
