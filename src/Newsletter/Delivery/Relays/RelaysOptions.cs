using System.Globalization;

namespace Newsletter.Delivery.Relays;

/// <summary>All relays that the settings name: <c>Relay</c>, which is entry 0 of <c>Relays</c>, and the other entries.</summary>
internal sealed class RelaysOptions
{
    public IReadOnlyList<RelayOptions> All { get; private set; } = [];

    public void Read(IConfiguration settings, RelayOptions first) =>
        All = [
            first,
            .. settings.Entries("Relays").Where(number => number > 0).Select(number => Entry(settings, number)),
        ];

    private static RelayOptions Entry(IConfiguration settings, int number)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var relay = new RelayOptions($"Relays__{name}");
        SettingsBinding.Read(relay, settings.GetSection($"Relays:{name}"));
        return relay;
    }
}
