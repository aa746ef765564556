using AngleSharp.Dom;
using Newsletter.Addresses;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Films, sounds, posts and frames of other sites, as cards with a link.</summary>
internal sealed class CardBlocks(HtmlContext context)
{
    private const int LongestTitle = 160;

    private static readonly string[] PostClasses =
    [
        "twitter-tweet",
        "twitter-video",
        "instagram-media",
        "tiktok-embed",
        "bluesky-embed",
        "mastodon-embed",
        "fb-post",
        "fb-video",
        "reddit-embed-bq",
        "reddit-card",
        "wp-embedded-content",
        "imgur-embed-pub",
        "linkedin-post",
        "threads-post",
        "text-post-media",
    ];

    /// <summary>Null where the element is none; a frame of the page's machinery is taken out and reported.</summary>
    public Block? Of(IElement element) =>
        element.LocalName switch
        {
            "iframe" or "amp-iframe" or "embed" or "object" => Frame(element),
            "video" or "audio" or "amp-video" => Media(element),
            "amp-youtube" when element.GetAttribute("data-videoid") is { Length: > 0 } id => Card(
                $"https://www.youtube.com/watch?v={id}",
                null
            ),
            "amp-twitter" when element.GetAttribute("data-tweetid") is { Length: > 0 } id => Card(
                $"https://twitter.com/i/status/{id}",
                null
            ),
            "blockquote" or "div" when IsPost(element) => Post(element),
            "div" or "figure" when IsOfEmbed(element) => Built(element),
            _ => null,
        };

    public static bool IsOfEmbed(IElement element) =>
        element.ClassList.Contains("wp-block-embed")
        || element.ClassList.Contains("wp-block-embed__wrapper")
        || element.ClassList.Contains("oembed")
        || element.ClassList.Contains("embedded-content");

    private static bool IsPost(IElement element) => Array.Exists(PostClasses, element.ClassList.Contains);

    private Block? Frame(IElement frame)
    {
        var written =
            Late(frame)
            ?? frame.GetAttribute("data")
            ?? frame.QuerySelector("param[name=movie], param[name=src]")?.GetAttribute("value");
        if (
            frame.ClassList.Contains("wp-embedded-content")
            && frame.PreviousElementSibling?.ClassList.Contains("wp-embedded-content") is true
        )
            return null;
        if (context.Address(written) is { } address && !EmbedAddress.IsMachinery(address) && !IsTiny(frame))
            return Card(address, frame.GetAttribute("title"));
        if (written is { Length: > 0 })
            context.Leftovers.Drop(written, "A frame of the page's machinery: an email can hold none.");
        return null;
    }

    private Block? Media(IElement media)
    {
        var written =
            Late(media)
            ?? media.QuerySelectorAll("source").Select(source => Late(source)).FirstOrDefault(it => it is not null);
        if (context.Address(written) is { } address)
            return Card(address, media.GetAttribute("title") ?? media.GetAttribute("aria-label"));
        context.Leftovers.Drop(media.OuterHtml, "A film, sound or post without an address that can be followed.");
        return null;
    }

    /// <summary>A post built in by its own words, with a script that would make a picture of it.</summary>
    private Block? Post(IElement post)
    {
        var links = post.QuerySelectorAll("a[href]")
            .Select(link => context.Address(link.GetAttribute("href")))
            .ToList();
        var address =
            context.Address(post.GetAttribute("data-instgrm-permalink"))
            ?? context.Address(post.GetAttribute("data-permalink"))
            ?? context.Address(post.GetAttribute("cite"))
            ?? context.Address(post.GetAttribute("data-href"))
            ?? links.LastOrDefault(link => link is not null && link.Contains("/status/", StringComparison.Ordinal))
            ?? links.LastOrDefault(link => link is not null);
        return address is null ? null : Card(address, post.TextContent);
    }

    /// <summary>A block of WordPress that holds an address for it to build in, or what was built in.</summary>
    private Block? Built(IElement element)
    {
        var inner = element.QuerySelector("iframe, video, audio, blockquote");
        if (inner is not null || element.QuerySelector("img") is not null)
            return null;
        var caption = element.QuerySelector("figcaption");
        var words = element.TextContent;
        if (caption is not null)
            words = words.Replace(caption.TextContent, "", StringComparison.Ordinal);
        var written =
            words.Trim() is { Length: > 0 } text && !text.Any(char.IsWhiteSpace)
                ? text
                : element.QuerySelector("a[href]")?.GetAttribute("href");
        return context.Address(written) is { } address ? Card(address, caption?.TextContent) : null;
    }

    private static Block Card(string address, string? title)
    {
        var words = OneLine.Shortened(OneLine.Cleaned(Held.Plain(CleanText.Of(title ?? ""))).Trim(), LongestTitle);
        return EmbedCard.Of(WebAddress.OfPage(EmbedAddress.Of(address)) ?? address, words.Length > 0 ? words : null);
    }

    private static string? Late(IElement element)
    {
        foreach (var name in new[] { "data-src", "data-lazy-src", "data-litespeed-src", "src" })
            if (
                element.GetAttribute(name) is { Length: > 0 } written
                && !written.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
            )
                return written;
        return null;
    }

    private static bool IsTiny(IElement frame) =>
        frame.GetAttribute("width") is "0" or "1" || frame.GetAttribute("height") is "0" or "1";
}
