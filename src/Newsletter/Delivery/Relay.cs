using System.Globalization;
using Microsoft.Extensions.Options;

namespace Newsletter.Delivery;

/// <summary>The SMTP server that the settings name.</summary>
internal sealed class Relay(IOptions<RelayOptions> options, RelayTimeouts timeouts, TimeProvider clock) : ICarrier
{
    public string Name =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Value.Host?.Trim()}:{options.Value.PortInUse}");

    public int Connections => options.Value.Connections;

    public ICarrierConnection Open() => new RelayConnection(options.Value, Name, timeouts, clock);
}
