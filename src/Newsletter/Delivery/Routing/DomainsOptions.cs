using System.Globalization;

namespace Newsletter.Delivery.Routing;

/// <summary>The <c>Domains</c> section of the settings: recipient domains that are given less than all.</summary>
internal sealed class DomainsOptions
{
    public IReadOnlyList<DomainOptions> All { get; set; } = [];

    public void Read(IConfiguration settings) =>
        All = [.. settings.Entries("Domains").Select(number => Entry(settings, number))];

    private static DomainOptions Entry(IConfiguration settings, int number)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var domain = new DomainOptions($"Domains__{name}");
        SettingsBinding.Read(domain, settings.GetSection($"Domains:{name}"));
        return domain;
    }
}
