using System.Globalization;

namespace Newsletter.Cli;

/// <summary>Reads the day before which what was published is set aside.</summary>
internal static class SourceDay
{
    /// <exception cref="Refusal">It is no day.</exception>
    public static DateOnly Read(string typed) =>
        DateOnly.TryParseExact(
            typed.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new Refusal($"\"{typed}\" is no day; write it as 2026-11-30 (--since).");
}
