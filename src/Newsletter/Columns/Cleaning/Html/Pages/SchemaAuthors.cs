using System.Text.Json;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>The authors of a node of schema.org: a name, a person, a list of them, or the id of one told elsewhere.</summary>
internal sealed class SchemaAuthors(IReadOnlyDictionary<string, JsonElement> byId)
{
    private const int Most = 30;

    public IReadOnlyList<Byline> Of(JsonElement article)
    {
        foreach (var name in new[] { "author", "creator" })
            if (
                article.TryGetProperty(name, out var value)
                && Read(value, 0).Take(Most).ToList() is { Count: > 0 } authors
            )
                return authors;
        return [];
    }

    private IEnumerable<Byline> Read(JsonElement value, int depth)
    {
        if (depth > 4)
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Read(item, depth + 1)),
            JsonValueKind.String when byId.TryGetValue(value.GetString()!, out var known) => Read(known, depth + 1),
            JsonValueKind.String => AuthorNames.Of(HtmlEntities.Decode(CleanText.Of(value.GetString()!))),
            JsonValueKind.Object => Person(value, depth),
            _ => [],
        };
    }

    private IEnumerable<Byline> Person(JsonElement node, int depth)
    {
        if (!node.TryGetProperty("name", out var named))
            return
                SchemaArticle.Text(node, "@id") is { } id
                && byId.TryGetValue(id, out var known)
                && known.TryGetProperty("name", out _)
                ? Read(known, depth + 1)
                : [];
        if (named.ValueKind is JsonValueKind.Array)
            return named.EnumerateArray().SelectMany(item => Read(item, depth + 1));
        if (SchemaArticle.Text(node, "name") is not { } name)
            return [];
        var role = SchemaArticle.Text(node, "jobTitle");
        var portrait = Portrait(node, name);
        var people = AuthorNames.Of(name).ToList();
        return people is [var one] ? [one with { Role = one.Role ?? role, Portrait = portrait }] : people;
    }

    private Picture? Portrait(JsonElement person, string name)
    {
        if (!person.TryGetProperty("image", out var image))
            return null;
        if (
            image.ValueKind is JsonValueKind.Object
            && SchemaArticle.Text(image, "@id") is { } id
            && byId.TryGetValue(id, out var known)
        )
            image = known;
        var written =
            image.ValueKind is JsonValueKind.String
                ? image.GetString()
                : SchemaArticle.Text(image, "contentUrl")
                    ?? SchemaArticle.Text(image, "url")
                    ?? SchemaArticle.Text(person, "image");
        return AuthorPortrait.Of(written, page: null, name);
    }
}
