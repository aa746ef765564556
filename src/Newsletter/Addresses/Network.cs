using System.Net;
using System.Net.Sockets;

namespace Newsletter.Addresses;

/// <summary>Where a visitor came from, cut so that it names a network and nobody: the first 24 bits, or 48 of IPv6.</summary>
internal static class Network
{
    /// <summary>203.0.113.0, 2001:db8:1::; null where the address is not known.</summary>
    public static string? OrNull(IPAddress? address)
    {
        if (address is null)
            return null;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(plain.AddressFamily is AddressFamily.InterNetwork ? 3 : 6).Clear();
        // Without the scope that a link-local address has on one machine.
        return new IPAddress(bytes).ToString();
    }
}
