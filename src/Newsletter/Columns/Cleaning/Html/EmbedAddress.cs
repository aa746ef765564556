using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The page on which a film, sound or post can be seen, from the address by which sites build it in.</summary>
internal static partial class EmbedAddress
{
    private static readonly (Regex Pattern, string Page)[] Pages =
    [
        (YouTube(), "https://www.youtube.com/watch?v=${a}"),
        (YouTubeList(), "https://www.youtube.com/playlist?list=${a}"),
        (Vimeo(), "https://vimeo.com/${a}"),
        (Dailymotion(), "https://www.dailymotion.com/video/${a}"),
        (Spotify(), "https://open.spotify.com/${a}"),
        (Tweet(), "https://twitter.com/i/status/${a}"),
        (PeerTube(), "https://${a}/w/${b}"),
        (Deezer(), "https://www.deezer.com/${a}"),
    ];

    public static string Of(string address)
    {
        foreach (var (pattern, page) in Pages)
            if (pattern.Match(address) is { Success: true } match)
                return match.Result(page);
        return
            Wrapped().Match(address) is { Success: true } wrapped
            && WebAddress.OfPage(Uri.UnescapeDataString(wrapped.Groups["a"].Value)) is { } inner
            ? inner
            : address;
    }

    /// <summary>Frames of the page's own machinery: advertising, counting, buttons.</summary>
    public static bool IsMachinery(string address) => Machinery().IsMatch(address);

    [GeneratedRegex(
        @"^https?://(?:www\.)?(?:youtube(?:-nocookie)?\.com)/(?:embed|v|shorts)/(?!videoseries)(?<a>[\w-]{6,20})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex YouTube();

    [GeneratedRegex(
        @"^https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/videoseries\?(?:[^#]*&)?list=(?<a>[\w-]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex YouTubeList();

    [GeneratedRegex(
        @"^https?://player\.vimeo\.com/video/(?<a>\d+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Vimeo();

    [GeneratedRegex(
        @"^https?://(?:www\.|geo\.)?dailymotion\.com/(?:embed/video/|player[^?]*\?(?:[^#]*&)?video=)(?<a>[a-z0-9]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Dailymotion();

    [GeneratedRegex(
        @"^https?://open\.spotify\.com/embed(?:-podcast)?/(?<a>[a-z]+/[a-z0-9]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Spotify();

    [GeneratedRegex(
        @"^https?://platform\.twitter\.com/embed/[^?]*\?(?:[^#]*&)?id=(?<a>\d+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Tweet();

    [GeneratedRegex(
        @"^https?://(?<a>[^/]+)/videos/embed/(?<b>[\w-]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex PeerTube();

    [GeneratedRegex(
        @"^https?://widget\.deezer\.com/widget/[a-z]+/(?<a>[a-z]+/\d+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Deezer();

    // Facebook's and SoundCloud's players, Embedly's frame, and those who copied them.
    [GeneratedRegex(
        @"(?:facebook\.com/plugins/(?:video|post)|soundcloud\.com/player|embedly\.com/widgets/media|iframely)[^?]*\?(?:[^#]*&)?(?:href|url)=(?<a>https?(?::|%3A)[^&#]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Wrapped();

    [GeneratedRegex(
        @"googletagmanager\.com|doubleclick\.net|googlesyndication|facebook\.com/plugins/(?:like|share|page|follow)|facebook\.com/tr|platform\.twitter\.com/widgets/(?:tweet_button|follow)|platform\.linkedin|disqus|recaptcha|about:blank|adserver|amazon-adsystem|outbrain|taboola|criteo|teads|sharethis|addthis|addtoany|accounts\.google|consent|cookielaw|onetrust|didomi|mailchimp|list-manage|sendinblue|brevo|mailjet|substack\.com/embed$|hsforms|typeform|docs\.google\.com/forms",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Machinery();
}
