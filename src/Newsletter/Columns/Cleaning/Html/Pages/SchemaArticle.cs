using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>What a page says of itself to machines, as schema.org's Article in JSON-LD.</summary>
internal sealed record SchemaArticle(
    string? Headline,
    string? Description,
    IReadOnlyList<Byline> Authors,
    string? Published,
    string? Language,
    string? Address
)
{
    private const int Deepest = 12;
    private const int MostNodes = 5000;

    public static SchemaArticle? Of(IHtmlDocument document)
    {
        var nodes = new List<JsonElement>();
        foreach (var script in document.QuerySelectorAll("script[type*='ld+json']"))
            if (Parsed(script.TextContent) is { } root)
                Gather(root, nodes, 0);
        var articles = nodes.Where(node => Types(node).Any(IsArticle)).ToList();
        if (articles.Count == 0)
            return null;
        var article = articles.MaxBy(node => node.EnumerateObject().Count());
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var node in nodes)
            if (
                Text(node, "@id") is { } id
                && (node.TryGetProperty("name", out _) || node.TryGetProperty("contentUrl", out _))
            )
                byId.TryAdd(id, node);
        return new SchemaArticle(
            Text(article, "headline") ?? Text(article, "name"),
            Text(article, "alternativeHeadline") is { Length: > 40 } standfirst
                ? standfirst
                : Text(article, "description"),
            new SchemaAuthors(byId).Of(article),
            Text(article, "datePublished") ?? Text(article, "dateCreated"),
            Text(article, "inLanguage"),
            Text(article, "url") ?? Text(article, "mainEntityOfPage")
        );
    }

    /// <summary>A text, however it is wrapped: alone, in a list, or as a node's value, name or id.</summary>
    public static string? Text(JsonElement node, string name)
    {
        if (node.ValueKind is not JsonValueKind.Object || !node.TryGetProperty(name, out var value))
            return null;
        for (var tries = 0; tries < 4; tries++)
            switch (value.ValueKind)
            {
                case JsonValueKind.String:
                    return HtmlEntities.Decode(CleanText.Of(value.GetString() ?? "")).Trim() is { Length: > 0 } text
                        ? text
                        : null;
                case JsonValueKind.Array when value.GetArrayLength() > 0:
                    value = value[0];
                    break;
                case JsonValueKind.Object
                    when value.TryGetProperty("@value", out var inner)
                        || value.TryGetProperty("name", out inner)
                        || value.TryGetProperty("url", out inner)
                        || value.TryGetProperty("@id", out inner):
                    value = inner;
                    break;
                default:
                    return null;
            }
        return null;
    }

    public static IEnumerable<string> Types(JsonElement node) =>
        !node.TryGetProperty("@type", out var type) ? []
        : type.ValueKind is JsonValueKind.String ? [type.GetString()!]
        : type.ValueKind is JsonValueKind.Array
            ? type.EnumerateArray().Where(it => it.ValueKind is JsonValueKind.String).Select(it => it.GetString()!)
        : [];

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal)
        || type.EndsWith("BlogPosting", StringComparison.Ordinal)
        || type is "Report" or "SocialMediaPosting" or "OpinionNewsArticle" or "Review" or "CreativeWork";

    private static void Gather(JsonElement element, List<JsonElement> nodes, int depth)
    {
        if (depth > Deepest || nodes.Count >= MostNodes)
            return;
        if (element.ValueKind is JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Gather(item, nodes, depth + 1);
        if (element.ValueKind is not JsonValueKind.Object)
            return;
        nodes.Add(element);
        foreach (var property in element.EnumerateObject())
            Gather(property.Value, nodes, depth + 1);
    }

    // Pages wrap it in comments of HTML or of script, and leave raw line breaks within its texts.
    private static JsonElement? Parsed(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end <= start)
            return null;
        var json = text[start..(end + 1)];
        foreach (var attempt in new[] { json, json.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ') })
            try
            {
                using var document = JsonDocument.Parse(
                    attempt,
                    new JsonDocumentOptions
                    {
                        AllowTrailingCommas = true,
                        CommentHandling = JsonCommentHandling.Skip,
                        MaxDepth = 40,
                    }
                );
                return document.RootElement.Clone();
            }
            catch (JsonException)
            {
                // What a page says wrongly to machines it says again to people.
            }
        return null;
    }
}
