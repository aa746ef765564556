using System.Text.Json;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>One article of JSON, by the names that feeds, WordPress and other publishers' exports use.</summary>
internal static class JsonItem
{
    public const string NoArticle = "it has neither a title nor a text.";

    /// <param name="why">The reason, in a sentence, where it cannot be published.</param>
    public static SourceItem? Read(JsonElement value, string? page, string? language, JsonElement? feed, out string why)
    {
        var item = new JsonFields(value);
        why = WhyNot(item) ?? "";
        if (why.Length > 0)
            return null;
        var link = WebAddress.OfPage(
            item.Text("url", "link", "external_url", "live_url", "permalink", "canonical_url", "canonicalUrl"),
            page
        );
        var title = PlainTitle.Of(item.Text("title", "headline", "web_title"));
        var html = item.Text("content_html") ?? HtmlOf(item);
        var excerpt = item.Text(
            "summary",
            "excerpt",
            "dek",
            "description",
            "subtitle",
            "standfirst",
            "search_description"
        );
        if (title.Length == 0 && html is null && excerpt is null)
        {
            why = NoArticle;
            return null;
        }
        var authors = JsonPeople.Of(item, link ?? page);
        return new SourceItem(
            item.Text("id", "guid", "uid", "uuid", "slug"),
            link,
            title,
            html,
            excerpt,
            authors.Count == 0 && feed is { } whole ? JsonPeople.Of(new JsonFields(whole), page) : authors,
            DateOf(item),
            FeedDate.Read(item.Text("date_modified", "modified_gmt", "modified", "updated_at", "updatedAt")),
            [.. CategoriesOf(item)],
            FeedLanguage.Of(item.Text("language", "lang", "locale", "locale_code")) ?? language,
            PictureOf(item, link ?? page),
            null
        );
    }

    private static string? WhyNot(JsonFields item)
    {
        if (item.Of("published") is { ValueKind: JsonValueKind.False })
            return "it is not published.";
        var status = item.Text("status", "state")?.ToLowerInvariant();
        return status switch
        {
            "draft" or "pending" or "private" or "future" or "trash" or "scheduled" or "archived" =>
                $"its status is \"{status}\", and only what is published becomes a column.",
            _ => item.Of("content") is { ValueKind: JsonValueKind.Object } content
            && content.TryGetProperty("protected", out var locked)
            && locked.ValueKind is JsonValueKind.True
                ? "it is protected by a password."
                : null,
        };
    }

    private static string? HtmlOf(JsonFields item)
    {
        var plain = FeedHtml.OfText(item.Text("content_text"));
        if (plain is not null)
            return plain;
        foreach (var name in new[] { "content", "body", "html", "body_html", "text" })
            if (item.Of(name) is { } body)
                return JsonFields.TextOf(body) is { Length: > 0 } text ? text : JsonBody.Html(body);
        return null;
    }

    private static DateTimeOffset? DateOf(JsonFields item) =>
        FeedDate.Read(
            item.Text("date_published", "date_gmt", "date", "first_published_at", "published_at", "publishedAt")
                ?? item.Text("publish_date", "pubDate", "created_at", "createdAt")
        );

    private static IEnumerable<string> CategoriesOf(JsonFields item) =>
        item.Each("tags")
            .Concat(item.Each("categories"))
            .Concat(item.Each("communityGroups"))
            .Select(tag =>
                tag.ValueKind is JsonValueKind.Object ? new JsonFields(tag).Text("name", "title", "label")
                : tag.ValueKind is JsonValueKind.String ? JsonFields.TextOf(tag)
                : null
            )
            .OfType<string>()
            .Where(tag => tag.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static string? PictureOf(JsonFields item, string? page)
    {
        foreach (
            var name in new[] { "image", "banner_image", "featured_image", "jetpack_featured_media_url", "leadImage" }
        )
            if (item.Of(name) is { } picture)
                return WebAddress.OfPage(
                    picture.ValueKind is JsonValueKind.Object
                        ? new JsonFields(picture).Text("url", "src")
                        : JsonFields.TextOf(picture),
                    page
                );
        return null;
    }
}
