using System.Globalization;

namespace Newsletter.Delivery.Routing;

/// <summary>All ways out that the settings name, at least one.</summary>
internal sealed class Carriers(IReadOnlyList<ICarrier> all)
{
    public IReadOnlyList<ICarrier> All => all;

    public int Connections => all.Sum(carrier => carrier.Connections);

    /// <summary>As a person would name them together.</summary>
    public string Name => string.Join(", ", all.Select(NameOf));

    private string NameOf(ICarrier carrier) =>
        all.Count == 1 || carrier.Weight is not { } weight ? carrier.Name
        : weight == 0 ? $"{carrier.Name} (reserve)"
        : string.Create(CultureInfo.InvariantCulture, $"{carrier.Name} (weight {weight})");
}
