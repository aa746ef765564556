using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace Newsletter.Columns;

/// <summary>
/// The web as addresses from outside may be followed in it: public addresses only, whatever a name resolves to at the
/// moment of connecting. Nothing is followed by itself: whoever fetches follows each redirect by another request.
/// </summary>
internal sealed class OutsideWeb : IDisposable
{
    // Said in each request, since some servers answer nobody who does not say who they are.
    private const string Name = "Newsletter/1.0";

    private readonly string[] alsoAllowed;
    private readonly ConcurrentDictionary<IPAddress, HttpClient> ofTheirOwn = [];

    /// <param name="alsoAllowed">Networks that are allowed beside the public ones, such as <c>127.0.0.1/32</c>.</param>
    public OutsideWeb(params string[] alsoAllowed)
    {
        this.alsoAllowed = alsoAllowed;
        Client = Make(alsoAllowed);
    }

    /// <summary>Without a time-out of its own: whoever asks says how long.</summary>
    public HttpClient Client { get; }

    /// <summary>
    /// For one request. A person who gives the number of a private machine means it, so that a source there is asked;
    /// what it redirects to elsewhere is held to public addresses again.
    /// </summary>
    /// <param name="typed">The address as a person gave it; null where it comes from a text.</param>
    public HttpClient ClientFor(Uri address, Uri? typed) =>
        typed is not null && address.Authority == typed.Authority && AddressOf(typed) is { } own
            ? ofTheirOwn.GetOrAdd(own, one => Make([.. alsoAllowed, $"{one}/{Bits(one)}"]))
            : Client;

    /// <summary>Whether a request failed because it led to an address that is not public.</summary>
    public static bool IsRefusal(Exception fault, Uri address) =>
        // Unspecified addresses (0.0.0.0) are refused by the system itself, as a wrong argument.
        fault is AntiSSRFException
        || (
            fault is ArgumentException
            && AddressOf(address) is { } ip
            && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
        )
        || (fault.InnerException is { } inner && IsRefusal(inner, address));

    /// <summary>Whether it failed because no name and no number of the network is written so (RFC 1035 section 2.3.4: 255 octets).</summary>
    public static bool IsNoAddress(Exception fault) =>
        fault is ArgumentException || (fault.InnerException is { } inner && IsNoAddress(inner));

    public void Dispose()
    {
        Client.Dispose();
        foreach (var client in ofTheirOwn.Values)
            client.Dispose();
    }

    private static IPAddress? AddressOf(Uri typed) =>
        typed.Host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(typed.DnsSafeHost, out var address) ? address
        : null;

    private static int Bits(IPAddress address) => address.AddressFamily is AddressFamily.InterNetwork ? 32 : 128;

    private static HttpClient Make(string[] allowed)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest)
        {
            AllowPlainTextHttp = true,
            AddXFFHeader = true,
        };
        if (allowed.Length > 0)
            policy.AddAllowedAddresses(allowed);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = TimeSpan.FromSeconds(10);
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Name);
        return client;
    }
}
