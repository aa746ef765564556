using System.Net;
using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <summary>The network of an IP address in a file; the address itself is not kept.</summary>
internal static class CellNetwork
{
    public static string? OrNull(string cell)
    {
        var text = cell.Trim();
        // A lone number would be read as an address too.
        var looksLikeOne = text.Contains(':', StringComparison.Ordinal) || text.AsSpan().Count('.') == 3;
        return looksLikeOne && IPAddress.TryParse(text, out var address) ? Network.OrNull(address) : null;
    }
}
