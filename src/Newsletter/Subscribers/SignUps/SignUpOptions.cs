namespace Newsletter.Subscribers.SignUps;

/// <summary>The <c>SignUp</c> section of the settings: how many forms an hour are looked at.</summary>
internal sealed class SignUpOptions
{
    /// <summary>From one network: the first 24 bits of an address, or 48 of IPv6.</summary>
    public int PerNetwork { get; set; } = 30;

    /// <summary>For the addresses of one domain. The great mail providers are left out: half of all readers are there.</summary>
    public int PerDomain { get; set; } = 100;

    /// <summary>In all.</summary>
    public int Overall { get; set; } = 1000;

    /// <summary>Whether the DNS is asked if a domain takes mail; off where a machine has no DNS.</summary>
    public bool AsksDns { get; set; } = true;
}
