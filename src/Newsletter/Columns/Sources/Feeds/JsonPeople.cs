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

    /// <param name="page">What relative addresses are resolved against.</param>
    public static IReadOnlyList<Byline> Of(JsonFields item, string? page)
    {
        foreach (var field in Fields)
            if (item.Of(field) is { } value && JsonPerson.Each(People(value), page) is { Count: > 0 } people)
                return people;
        return [];
    }

    private static IEnumerable<(string? Name, IReadOnlyList<JsonElement> Told)> People(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [(JsonFields.TextOf(value), [])],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(People),
            JsonValueKind.Object => [.. PersonIn(value)],
            // WordPress gives the number of an account.
            _ => [],
        };

    private static IEnumerable<(string? Name, IReadOnlyList<JsonElement> Told)> PersonIn(JsonElement value)
    {
        var person = new JsonFields(value);
        if (person.Text("name", "display_name", "displayName", "fullOrUserName", "full_name") is { } name)
            return [(name, [value])];
        var parts = new[]
        {
            person.Text("first_names", "first_name", "firstName"),
            person.Text("last_name", "lastName"),
        };
        var joined = string.Join(' ', parts.Where(part => part is not null));
        return joined.Length > 0 ? [(joined, [value])]
            : person.Of("author") is { } inner ? People(inner)
            : [];
    }
}
