using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Newsletter.Addresses;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// The picture that an element shows: pages load many late, by a script, and say in other attributes, or in "noscript"
/// beside it, where the picture is.
/// </summary>
internal sealed partial class HtmlPictures(HtmlContext context)
{
    private static readonly string[] LateSets = ["data-srcset", "data-lazy-srcset", "data-responsive", "srcset"];

    private static readonly string[] LateAddresses =
    [
        "data-orig-file",
        "data-full-url",
        "data-large-file",
        "data-large_image",
        "data-lazy-src",
        "data-src",
        "data-original",
        "data-original-src",
        "data-hi-res-src",
        "data-litespeed-src",
        "data-lazy",
        "data-echo",
        "data-image",
        "data-img-url",
        "data-image-src",
        "data-runner-src",
        "data-fallback-src",
        "data-flickity-lazyload",
        "data-url",
    ];

    /// <summary>A small picture that stands for a word or a formula.</summary>
    public static Inline? WordFor(IElement image)
    {
        var word = CleanText.Of(image.GetAttribute("alt") ?? "").Trim();
        if (word.Length == 0)
            return null;
        if (image.ClassList.Contains("wp-smiley") || image.ClassList.Contains("emoji"))
            return new Inline.Text(word);
        return image.ClassList.Contains("latex") ? new Inline.Code(word) : null;
    }

    public Picture? Of(IElement image)
    {
        var written = Written(image);
        if (context.Address(written) is not { } address || Placeholder().IsMatch(address))
        {
            if (!HasNoscriptBeside(image))
                context.Leftovers.Drop(
                    $"{image.GetAttribute("alt")} {written}",
                    "A picture without an address that can be reached from the web."
                );
            return null;
        }
        var (width, height) = (Pixels(image, "width"), Pixels(image, "height"));
        if (
            (width is <= 3 && height is null or <= 3)
            || (height is <= 3 && width is null)
            || Counter().IsMatch(address)
        )
        {
            context.Leftovers.Drop(address, "A picture that counts readers shows nothing.");
            return null;
        }
        if (Ornament().IsMatch(address) || width is <= 24 && height is <= 24)
        {
            context.Leftovers.Drop(address, "A small ornament of the page.");
            return null;
        }
        var alt = OneLine.Cleaned(image.GetAttribute("alt") ?? image.GetAttribute("aria-label") ?? "").Trim();
        return new Picture(address, alt, width, height);
    }

    /// <summary>Takes the picture away that stands beside as well, for browsers with script or for those without.</summary>
    public void SkipDoubled(IElement element)
    {
        if (element.LocalName is not "noscript" || element.QuerySelector("img") is not { } inner)
            return;
        var shown = Beside(element).FirstOrDefault();
        if (shown is not null && context.Address(Written(shown)) is { } address && !Placeholder().IsMatch(address))
            inner.Remove();
    }

    private static IEnumerable<IElement> Beside(IElement noscript) =>
        new[] { noscript.PreviousElementSibling, noscript.NextElementSibling }
            .OfType<IElement>()
            .SelectMany(near =>
                near.LocalName is "img" ? [near]
                : near.LocalName is "noscript" ? []
                : near.QuerySelectorAll("img").Take(1)
            );

    private static bool HasNoscriptBeside(IElement image) =>
        new[] { image, image.ParentElement, image.ParentElement?.ParentElement }
            .OfType<IElement>()
            .Any(near =>
                near.NextElementSibling is { LocalName: "noscript" }
                || near.PreviousElementSibling is { LocalName: "noscript" }
            );

    private static string? Written(IElement image)
    {
        foreach (var name in LateSets)
            if (SourceSet.Choose(image.GetAttribute(name)) is { } chosen)
                return chosen;
        foreach (var name in LateAddresses)
            if (
                image.GetAttribute(name) is { Length: > 4 } late
                && late.AsSpan().ContainsAny('/', '.')
                && !late.StartsWith('{')
            )
                return late;
        var source = image.GetAttribute("src");
        if (
            source is { Length: > 0 }
            && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            && !Placeholder().IsMatch(source)
        )
            return source;
        return image.ParentElement is { LocalName: "picture" } picture ? Sources(picture) ?? source : source;
    }

    private static string? Sources(IElement picture) =>
        picture
            .Children.Where(child => child.LocalName is "source")
            .OrderBy(child => child.GetAttribute("type") is "image/avif")
            .SelectMany(child => LateSets.Select(name => SourceSet.Choose(child.GetAttribute(name))))
            .FirstOrDefault(chosen => chosen is not null);

    private static int? Pixels(IElement image, string name) =>
        int.TryParse(
            (image.GetAttribute(name) ?? "").Replace("px", "", StringComparison.OrdinalIgnoreCase),
            CultureInfo.InvariantCulture,
            out var pixels
        ) && pixels is > 0 and < 20000
            ? pixels
            : null;

    [GeneratedRegex(
        @"(?:^|[/_-])(?:blank|spacer|placeholder|pixel|transparent|lazy(?:load)?|1x1|loading|loader|grey|empty|trans|clear)(?:[_-]\d+x\d+)?\.(?:gif|png|svg|jpg)(?:$|\?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"feeds\.feedburner\.com/~r/|feedads\.|/~ff/|pixel\.wp\.com|stats\.wordpress\.com|b\.scorecardresearch\.com|doubleclick\.net|facebook\.com/tr\?|google-analytics\.com|/wp-content/plugins/[^?]*pixel|counter\.theconversation\.com|pixel\.quantserve|xiti\.com|smartadserver|/beacon\b|amazon-adsystem|ir-[a-z]{2}\.amazon|count\.carrierzone|rss\.buysellads|res\.cloudinary\.com/[^/]+/pixel",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Counter();

    [GeneratedRegex(
        @"/(?:share|sharing|social)[^/]*/[^?]*(?:facebook|twitter|linkedin|pinterest|whatsapp)|(?:^|/)(?:icon|ico|bullet|arrow|fleche|puce)[_-]?[a-z]{0,12}\.(?:gif|png|svg)$|feedburner\.google\.com/fb/images/pub|commindo-media-ressourcen|/themes/[^?]*(?:logo|/socials?/)[^?]*\.(?:png|svg|gif|jpe?g|webp)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Ornament();
}
