using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Newsletter.Database;

/// <summary>An instant as 100-nanosecond ticks since year 1, UTC.</summary>
internal sealed class UtcTicks()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero)
    );
