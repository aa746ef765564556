using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Newsletter.Database;

/// <summary>An instant with offset zero, which is all that timestamptz takes.</summary>
internal sealed class UtcInstant()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
