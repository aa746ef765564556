namespace Newsletter.Columns.Cleaning.Html;

/// <summary>What is let into the tree that is read: extend these tables, not the readers.</summary>
internal static class HtmlAllowed
{
    // Google Docs wraps all it copies in a bold element that is not bold.
    public const string PlainClass = "newsletter-plain";
    public const string StrongClass = "newsletter-strong";
    public const string EmphasisClass = "newsletter-emphasis";

    public static readonly ISet<string> Tags = Set(
        "html head body p div section article header footer main aside figure figcaption center ul ol li dl dd dt table thead tbody tfoot tr td th caption colgroup col blockquote pre address hgroup details summary h1 h2 h3 h4 h5 h6 hr br img picture source iframe video audio embed object param noscript nav form dialog menu button input label fieldset legend select option textarea a b strong i em cite dfn var s del strike sup sub code kbd samp tt span u font small big ins mark q abbr acronym bdi bdo ruby rt rp time data wbr nobr map area amp-img amp-video amp-youtube amp-iframe amp-twitter"
    );

    public static readonly ISet<string> Attributes = Set(
        "id class name href src srcset alt title width height type lang dir cite start reversed value checked datetime colspan rowspan align role rel hidden itemprop itemtype itemscope media sizes data data-src data-lazy-src data-original data-original-src data-orig-file data-full-url data-large-file data-large_image data-srcset data-lazy-srcset data-image data-img-url data-image-src data-hi-res-src data-url data-permalink data-href data-instgrm-permalink cite data-videoid data-tweetid data-fn data-language data-lang aria-hidden aria-label aria-modal poster data-lazy data-echo data-flickity-lazyload data-fallback-src data-runner-src data-credit data-caption data-responsive data-src-medium data-litespeed-src"
    );

    public static readonly ISet<string> Schemes = Set("http https mailto tel");

    public static readonly ISet<string> AddressAttributes = Set(
        "href src cite data poster data-src data-lazy-src data-original"
    );

    public static readonly ISet<string> None = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Set(string names) => names.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);
}
