using System.Globalization;
using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery.Relays;

/// <summary>An SMTP server that the settings name.</summary>
internal sealed class Relay(RelayOptions options, RelayTimeouts timeouts, TimeProvider clock) : ICarrier
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{options.Host?.Trim()}:{options.PortInUse}");

    /// <summary>What the names of its settings begin with.</summary>
    public string Section => options.Section;

    public int Connections => options.Connections;

    public SendRate? Rate => SendRate.TryParse(options.Rate, out var rate) ? rate : null;

    public int? Weight => options.Weight;

    public ICarrierConnection Open() => new RelayConnection(options, Name, timeouts, clock);
}
