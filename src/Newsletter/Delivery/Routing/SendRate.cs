using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Newsletter.Delivery.Routing;

/// <summary>So many messages in so long, as a person writes it: <c>20/s</c>, <c>600/m</c>, <c>5000/h</c>, <c>100000/d</c>.</summary>
internal sealed record SendRate(int Count, TimeSpan Period)
{
    /// <summary>From one message to the next.</summary>
    public TimeSpan Spacing => Period / Count;

    public static bool TryParse(string? text, [NotNullWhen(true)] out SendRate? rate)
    {
        rate = null;
        var parts = (text ?? "").Split('/', StringSplitOptions.TrimEntries);
        if (
            parts is not [var count, var unit]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0
            || PeriodOf(unit) is not { } period
        )
            return false;
        rate = new SendRate(number, period);
        return true;
    }

    private static TimeSpan? PeriodOf(string unit) =>
        unit.ToLowerInvariant() switch
        {
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            _ => null,
        };
}
