using System.Text.Json;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The authors of an article of JSON: names, objects with a name, or lists of both.</summary>
internal static class JsonPeople
{
    private static readonly string[] Fields =
    [
        "authors",
        "custom_byline",
        "byline",
        "authorProfile",
        "author",
        "creator",
    ];

    public static IReadOnlyList<Byline> Of(JsonFields item)
    {
        foreach (var field in Fields)
            if (item.Of(field) is { } value && FeedPeople.Each(Names(value)) is { Count: > 0 } people)
                return people;
        return [];
    }

    private static IEnumerable<string> Names(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [JsonFields.TextOf(value) ?? ""],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
            JsonValueKind.Object => [.. NameOf(value)],
            // WordPress gives the number of an account.
            _ => [],
        };

    private static IEnumerable<string> NameOf(JsonElement value)
    {
        var person = new JsonFields(value);
        if (person.Text("name", "display_name", "displayName", "fullOrUserName", "full_name") is { } name)
            return [name];
        var parts = new[]
        {
            person.Text("first_names", "first_name", "firstName"),
            person.Text("last_name", "lastName"),
        };
        var joined = string.Join(' ', parts.Where(part => part is not null));
        return joined.Length > 0 ? [joined]
            : person.Of("author") is { } inner ? Names(inner)
            : [];
    }
}
