using System.Globalization;

namespace Newsletter.Rendering;

internal static class Numbers
{
    /// <summary>For numbers that count or name: no grouping, the same on every machine.</summary>
    public static CultureInfo Plain => CultureInfo.InvariantCulture;
}
