using System.Collections.Frozen;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The words by which sites name what is not the column, in classes and ids: extend these tables, not the reader.</summary>
internal static class FurnitureClasses
{
    public const string Sharing = "A bar to share or print the page: an email is passed on as it is.";
    public const string Related = "Links to other articles of the site.";
    public const string SignUp = "A box to sign up or subscribe.";
    public const string Comments = "The readers' comments.";
    public const string Cookies = "A banner about cookies.";
    public const string Menu = "The site's own menu or frame.";
    public const string Advertising = "Advertising.";
    public const string Contents = "A list of the column's own headings; its links lead nowhere in an email.";
    public const string Hidden = "Not shown to readers of the page.";
    public const string About = "A line about the page (tags, date, counts), not the column's text.";

    /// <summary>One word of a class or an id is enough.</summary>
    public static readonly FrozenDictionary<string, string> Words = Table(
        (
            Sharing,
            "share sharing sharedaddy shares sharebar sharethis sharer partage partager addtoany addthis social socials socialbar socialshare feedflare shariff heateor ssba sfsi likes rating ratings clap claps reactions reseaux printfriendly printbutton toolbar toolbox boutons"
        ),
        (
            Related,
            "related relateds relatedposts relatedarticles yarpp crp outbrain taboola recommended recommendations recommendation recirculation recirc suggestions similaires similar associes readmore lireaussi alire morestories mostread populaires popular trending upnext teaser teasers crosslink crosslinks crosslinking prevnext newsfeed selfpromo kiosk kiosque"
        ),
        (
            SignUp,
            "newsletter newsletters subscribe subscription signup abonnement abonnements abonnez abo paywall optin mailinglist mailchimp mailpoet mc4wp donate donation don dons premium registerwall sendinblue cta"
        ),
        (Comments, "comments comment commentaires commentaire commentlist respond disqus forum discussion"),
        (
            Cookies,
            "cookie cookies consent gdpr rgpd cmp onetrust didomi tarteaucitron axeptio cookiebanner cookieconsent"
        ),
        (
            Menu,
            "nav navbar navigation menu menus menubar breadcrumb breadcrumbs ariane sidebar masthead topbar pagination pager skiplink skiplinks siteheader sitefooter modal popup popin overlay lightbox drawer burger offcanvas widget widgets"
        ),
        (
            Advertising,
            "ad ads adsense advert adverts advertising advertisement adslot adunit adwrapper adcontainer pub pubs publicite publicites sponsor sponsors sponsored sponso dfp promo promos promotion banner interstitial affiliate"
        ),
        (Contents, "toc tocs sommaire eztoc lwptoc tableofcontents"),
        (
            Hidden,
            "sr screenreader srt hidden visuallyhidden offscreen noprint editsection jumplink backtotop scrolltop"
        ),
        (About, "tags tag taglist postmeta entrymeta metas readingtime viewcount keywords edition postviews")
    );

    /// <summary>Several words of one class together, where each alone would say too little.</summary>
    public static readonly (string Part, string Why)[] Parts =
    [
        ("screen-reader", Hidden),
        ("sr-only", Hidden),
        ("visually-hidden", Hidden),
        ("read-more", Related),
        ("more-link", Related),
        ("more-stories", Related),
        ("most-read", Related),
        ("lire-aussi", Related),
        ("a-lire", Related),
        ("see-also", Related),
        ("lire_aussi", Related),
        ("read-also", Related),
        ("also-like", Related),
        ("also-read", Related),
        ("same-topic", Related),
        ("same-subject", Related),
        ("meme-sujet", Related),
        ("most-viewed", Related),
        ("next-prev", Related),
        ("prev-next", Related),
        ("self-promo", Advertising),
        ("barre-outils", Sharing),
        ("barre-sociale", Sharing),
        ("gift-article", Sharing),
        ("follow-button", Sharing),
        ("post-nav", Menu),
        ("table-of-contents", Contents),
        ("ez-toc", Contents),
        ("mw-editsection", Hidden),
        ("back-to-top", Menu),
        ("entry-meta", About),
        ("post-meta", About),
        ("entry-footer", About),
        ("post-tags", About),
        ("cat-links", About),
        ("reading-time", About),
        ("author-box", About),
        ("about-author", About),
        ("author-bio", About),
        ("wp-block-post-date", About),
        ("wp-block-post-author", About),
        ("wp-block-post-title", About),
        ("wp-block-latest", Related),
        ("wp-block-query", Related),
        ("wp-block-archives", Menu),
        ("wp-block-categories", Menu),
        ("wp-block-tag-cloud", Menu),
        ("wp-block-calendar", Menu),
        ("wp-block-search", Menu),
        ("wp-block-loginout", Menu),
        ("wp-block-rss", Related),
        ("jp-relatedposts", Related),
        ("jetpack-likes", Sharing),
        ("crayon-toolbar", Hidden),
        ("print-only", Hidden),
    ];

    private static FrozenDictionary<string, string> Table(params (string Why, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Why)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Why, StringComparer.OrdinalIgnoreCase);
}
