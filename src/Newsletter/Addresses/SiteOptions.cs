using System.Net;

namespace Newsletter.Addresses;

/// <summary>The <c>Site</c> section of the settings.</summary>
internal sealed class SiteOptions
{
    private const string Leaving = "/unsubscribe/";
    private const string Choosing = "/preferences/";
    private const string OfThisMachine = "http://127.0.0.1:5080";

    /// <summary>The public address of this site, absolute http or https; links in mail begin with it. Empty for this machine's own.</summary>
    public string Url { get; set; } = "";

    /// <summary>
    /// The proxies in front of this site, addresses or networks such as 10.0.0.0/8 with commas between them: they say
    /// where a visitor comes from, and nobody else is believed. On this machine anybody is.
    /// </summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Whether the site has an address at all; without one, nothing that it serves can be seen from elsewhere.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Url);

    /// <summary><see cref="TrustedProxies"/> one by one; null where one of them is no address and no network.</summary>
    public IReadOnlyList<IPNetwork>? Proxies
    {
        get
        {
            var networks = new List<IPNetwork>();
            const StringSplitOptions Whole = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            foreach (var proxy in TrustedProxies.Split(',', Whole))
            {
                if (IPNetwork.TryParse(proxy, out var network))
                    networks.Add(network);
                else if (IPAddress.TryParse(proxy, out var one))
                    networks.Add(new IPNetwork(one, one.GetAddressBytes().Length * 8));
                else
                    return null;
            }

            return networks;
        }
    }

    /// <summary>Without a trailing slash.</summary>
    public string Root => IsSet ? Url.Trim().TrimEnd('/') : OfThisMachine;

    /// <summary>Where an issue is viewed in a browser: the same for all readers.</summary>
    public static string View(string root, string slug, int number) => $"{root}/{slug}/{number}";

    /// <summary>Where staff see an issue before it is sent.</summary>
    public static string Preview(string root, string token) => $"{root}/preview/{token}";

    /// <summary>Where a person makes an account of the desk.</summary>
    public static string Join(string root, string token) => $"{root}/desk/join/{token}";

    /// <summary>Where a picture is, by its name, which says what it holds.</summary>
    public static string Picture(string root, string name) => $"{root}/pictures/{name}";

    /// <summary>Where a reader leaves.</summary>
    public static string Unsubscribe(string root, string token) => $"{root}{Leaving}{token}";

    /// <summary>Where anybody subscribes to a publication.</summary>
    public static string SignUp(string root, string slug) => $"{root}/{slug}/subscribe";

    /// <summary>Where a sign-up is confirmed.</summary>
    public static string Confirm(string root, string token) => $"{root}/confirm/{token}";

    /// <summary>Where a reader chooses rhythm, authors, a pause and the language.</summary>
    public static string Preferences(string root, string token) => $"{root}/preferences/{token}";

    /// <summary>Where a reader sees what is held about them, for an hour.</summary>
    public static string OwnData(string root, string token) => $"{root}/my-data/{token}";

    /// <summary>Where a new address is confirmed.</summary>
    public static string NewAddress(string root, string token) => $"{root}/new-address/{token}";

    /// <summary>Where the same reader chooses what they receive; of a page at which nobody in particular leaves, that page.</summary>
    /// <param name="unsubscribe">Where they leave.</param>
    public static string Preferences(string unsubscribe)
    {
        // The token comes last and has no slash, so what is found is never a path of the site that is named alike.
        var at = unsubscribe.LastIndexOf(Leaving, StringComparison.Ordinal);
        return at < 0
            ? unsubscribe
            : string.Concat(unsubscribe.AsSpan(0, at), Choosing, unsubscribe.AsSpan(at + Leaving.Length));
    }
}
