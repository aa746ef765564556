using System.Globalization;
using System.Net;
using System.Text.Json;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>
/// Posts as a WordPress site's interface gives them, with what is embedded: authors, the picture, categories
/// (https://developer.wordpress.org/rest-api/reference/posts/#schema). Plugins add fields and leave others out, so
/// nothing but an address or a number is expected.
/// </summary>
internal static class WordPressPosts
{
    public static bool IsList(byte[] json) => Parsed(json)?.RootElement.ValueKind is JsonValueKind.Array;

    /// <summary>The site's name, from the interface's root; null where it says none.</summary>
    public static string? NameIn(byte[] json)
    {
        using var document = Parsed(json);
        return document is null ? null : Plain(Text(document.RootElement, "name"));
    }

    /// <exception cref="SourceFaultException">It is no list of posts.</exception>
    public static WordPressPage Read(byte[] json, Uri address)
    {
        using var document = Parsed(json);
        if (document?.RootElement.ValueKind is not JsonValueKind.Array)
            throw new SourceFaultException(
                $"{address.Host} answered something that is no list of posts; see what {address} shows."
            );
        var (items, notices) = (new List<SourceItem>(), new List<string>());
        foreach (var post in document.RootElement.EnumerateArray())
        {
            if (ItemOrNull(post, notices) is { } item)
                items.Add(item);
        }

        return new WordPressPage(items, document.RootElement.GetArrayLength(), notices);
    }

    private static SourceItem? ItemOrNull(JsonElement post, List<string> notices)
    {
        if (post.ValueKind is not JsonValueKind.Object || Text(post, "status") is not (null or "publish"))
            return null;
        var title = PlainTitle.Of(Rendered(post, "title"));
        if (post.TryGetProperty("content", out var content) && Is(content, "protected"))
        {
            notices.Add($"\"{title}\" is protected by a password, and was left out.");
            return null;
        }

        var embedded = post.TryGetProperty("_embedded", out var more) ? more : default;
        var (picture, alt) = PictureIn(embedded);
        return new SourceItem(
            // Escaped as HTML, which the feed's guid is not.
            Plain(Rendered(post, "guid")) ?? Number(post, "id"),
            Text(post, "link"),
            title,
            Rendered(post, "content"),
            Rendered(post, "excerpt"),
            WordPressAuthors.Of(post, embedded),
            PublishedAt(post),
            Instant(post, "modified_gmt") ?? Instant(post, "modified"),
            TermsIn(embedded, "category"),
            Text(post, "lang"),
            picture,
            alt
        );
    }

    private static (string? Address, string? Alt) PictureIn(JsonElement embedded)
    {
        foreach (var media in Elements(embedded, "wp:featuredmedia"))
        {
            // A picture that may not be seen is embedded as an error.
            if (Text(media, "source_url") is { } address)
                return (address, Plain(Text(media, "alt_text")));
        }

        return default;
    }

    private static List<string> TermsIn(JsonElement embedded, string taxonomy) =>
        [
            .. Terms(embedded, taxonomy)
                .Select(term => Plain(Text(term, "name")))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    internal static IEnumerable<JsonElement> Terms(JsonElement embedded, string taxonomy) =>
        Elements(embedded, "wp:term")
            .Where(group => group.ValueKind is JsonValueKind.Array)
            .SelectMany(group => group.EnumerateArray())
            .Where(term => Text(term, "taxonomy") == taxonomy);

    internal static IEnumerable<JsonElement> Elements(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var list)
        && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    private static string? Rendered(JsonElement of, string name) =>
        of.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.Object
            ? Text(field, "rendered")
            : Text(of, name);

    internal static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var text)
        && text.ValueKind is JsonValueKind.String
        && JsonFields.TextOf(text) is { Length: > 0 } found
            ? found
            : null;

    internal static string? Number(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var number)
        && number.ValueKind is JsonValueKind.Number
            ? number.GetRawText()
            : null;

    private static bool Is(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var flag)
        && flag.ValueKind is JsonValueKind.True;

    // With the offset of the site, so that the day is the one that its readers saw.
    private static DateTimeOffset? PublishedAt(JsonElement post)
    {
        var (local, universal) = (Instant(post, "date"), Instant(post, "date_gmt"));
        if (local is not { } shown || universal is not { } at)
            return universal ?? local;
        var offset = TimeSpan.FromMinutes(Math.Round((shown - at).TotalMinutes));
        return offset.Duration() <= TimeSpan.FromHours(14) ? at.ToOffset(offset) : at;
    }

    // Without an offset: in UTC by its name.
    private static DateTimeOffset? Instant(JsonElement of, string name) =>
        DateTimeOffset.TryParse(
            Text(of, name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : null;

    internal static string? Plain(string? html) => html is null ? null : WebUtility.HtmlDecode(html).Trim();

    private static JsonDocument? Parsed(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json.AsMemory(json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
