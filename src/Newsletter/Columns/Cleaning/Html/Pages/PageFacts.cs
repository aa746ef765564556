using System.Globalization;
using AngleSharp.Html.Dom;
using Newsletter.Addresses;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>What the page's head says of it, first to schema.org's readers, then to networks, then to all.</summary>
internal sealed class PageFacts(IHtmlDocument document)
{
    private static readonly string[] DateNames =
    [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datePublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date.created",
        "pubdate",
        "publish-date",
        "publication_date",
        "citation_publication_date",
        "citation_date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "cXenseParse:recs:publishtime",
    ];

    private static readonly string[] NamesOfAuthor =
    [
        "author",
        "article:author_name",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "cXenseParse:author",
        "article:author",
        "og:article:author",
    ];

    public SchemaArticle? Structured { get; } = SchemaArticle.Of(document);

    public string? Address { get; } = AddressOf(document, SchemaArticle.Of(document));

    public IReadOnlyList<string> Titles =>
        [
            .. new[]
            {
                Structured?.Headline,
                Meta("og:title"),
                Meta("twitter:title"),
                Meta("dc.title"),
                Meta("citation_title"),
                document.Title,
            }
                .OfType<string>()
                .Select(title => OneLine.Cleaned(title).Trim())
                .Where(title => title.Length > 0),
        ];

    public IReadOnlyList<string> Descriptions =>
        [
            .. new[]
            {
                Structured?.Description,
                Meta("og:description"),
                Meta("description"),
                Meta("twitter:description"),
            }
                .OfType<string>()
                .Select(text => OneLine.Cleaned(text).Trim())
                .Where(text => text.Length > 20),
        ];

    public string? Site => Meta("og:site_name") ?? Meta("application-name");

    public IReadOnlyList<Byline> Authors
    {
        get
        {
            if (Structured is { Authors.Count: > 0 } structured)
                return structured.Authors;
            foreach (var name in NamesOfAuthor)
                if (
                    Metas(name).SelectMany(AuthorNames.Of).DistinctBy(author => Byline.KeyOf(author.Name)).ToList() is
                    { Count: > 0 } found
                )
                    return found;
            return [];
        }
    }

    public DateOnly? Date
    {
        get
        {
            foreach (var written in new[] { Structured?.Published }.Concat(DateNames.Select(Meta)).OfType<string>())
                if (DayOf(written) is { } day)
                    return day;
            return null;
        }
    }

    public string? Language
    {
        get
        {
            var said =
                document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang");
            foreach (
                var written in new[]
                {
                    said,
                    document.Body?.GetAttribute("lang"),
                    Structured?.Language,
                    Meta("og:locale"),
                    Meta("content-language"),
                    Meta("dc.language"),
                }
            )
                if (
                    written?.Trim().ToLowerInvariant().Split('-', '_')[0] is { Length: 2 } code
                    && code.All(char.IsAsciiLetterLower)
                )
                    return code;
            return null;
        }
    }

    /// <summary>The day as it is written, whatever its zone; null where it is none.</summary>
    public static DateOnly? DayOf(string written)
    {
        var text = written.Trim();
        if (text.Length is < 8 or > 60)
            return null;
        if (
            char.IsAsciiDigit(text[0])
            && DateTimeOffset.TryParseExact(
                text.Length >= 10 ? text[..10].Replace('/', '-') : text,
                ["yyyy-MM-dd", "yyyyMMdd"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var exact
            )
        )
            return exact.Year is >= 1900 and <= 2100 ? DateOnly.FromDateTime(exact.DateTime) : null;
        return DateLine.Read(text)?.Date;
    }

    private string? Meta(string name) => Metas(name).FirstOrDefault();

    private IEnumerable<string> Metas(string name) => MetasOf(document, name);

    private static IEnumerable<string> MetasOf(IHtmlDocument document, string name) =>
        document
            .QuerySelectorAll("meta[content]")
            .Where(meta =>
                new[]
                {
                    meta.GetAttribute("name"),
                    meta.GetAttribute("property"),
                    meta.GetAttribute("itemprop"),
                    meta.GetAttribute("http-equiv"),
                }.Any(said => string.Equals(said, name, StringComparison.OrdinalIgnoreCase))
            )
            .Select(meta => CleanText.Of(meta.GetAttribute("content") ?? "").Trim())
            .Where(content => content.Length > 0);

    private static string? AddressOf(IHtmlDocument document, SchemaArticle? structured)
    {
        var written = new[]
        {
            document.QuerySelector("link[rel~=canonical][href]")?.GetAttribute("href"),
            MetasOf(document, "og:url").FirstOrDefault(),
            structured?.Address,
        };
        var start = document.QuerySelector("base[href]")?.GetAttribute("href");
        var absolute = written.Append(start).Select(it => WebAddress.OfPage(it)).FirstOrDefault(it => it is not null);
        foreach (var one in written)
            if (WebAddress.OfPage(one, absolute) is { } address)
                return address;
        return null;
    }
}
