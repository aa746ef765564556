namespace Newsletter.Columns.Cleaning;

/// <summary>What an address on a line of its own becomes: a picture, or a card that names where it leads.</summary>
internal static class EmbedCard
{
    private static readonly (string Host, string Provider)[] Providers =
    [
        ("youtube.com", "YouTube"),
        ("youtube-nocookie.com", "YouTube"),
        ("youtu.be", "YouTube"),
        ("vimeo.com", "Vimeo"),
        ("dailymotion.com", "Dailymotion"),
        ("dai.ly", "Dailymotion"),
        ("twitter.com", "Twitter"),
        ("x.com", "X"),
        ("instagram.com", "Instagram"),
        ("facebook.com", "Facebook"),
        ("tiktok.com", "TikTok"),
        ("soundcloud.com", "SoundCloud"),
        ("spotify.com", "Spotify"),
        ("deezer.com", "Deezer"),
        ("flickr.com", "Flickr"),
        ("slideshare.net", "SlideShare"),
        ("scribd.com", "Scribd"),
        ("ted.com", "TED"),
        ("linkedin.com", "LinkedIn"),
        ("bsky.app", "Bluesky"),
        ("twitch.tv", "Twitch"),
        ("peertube.tv", "PeerTube"),
    ];

    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp"];

    public static Block Of(string address, string? title = null) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && Array.Exists(PictureEndings, e => uri.AbsolutePath.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ? new Block.Figure(new Picture(address, title ?? ""), [])
            : new Block.Embed(address, title, ProviderOf(address));

    /// <summary>Whether the address is one of a site whose films and posts are shown as cards.</summary>
    public static bool IsKnown(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.AbsolutePath.Length > 1
        && Array.Exists(Providers, known => IsOf(uri, known.Host));

    /// <summary>"YouTube", or the host's name where it is nobody we know.</summary>
    public static string? ProviderOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;
        foreach (var (host, provider) in Providers)
            if (IsOf(uri, host))
                return provider;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }

    private static bool IsOf(Uri uri, string host) =>
        uri.Host == host || uri.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase);
}
