using System.Text.Json;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>An object of JSON asked by name, whatever types its values really have.</summary>
internal sealed class JsonFields
{
    // Where exports wrap what an article says: Strapi, GraphQL, exports by language.
    private static readonly string[] Wrappers = ["attributes", "fields", "node", "post", "article", "translations"];

    private readonly List<JsonElement> objects = [];

    public JsonFields(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return;
        objects.Add(value);
        foreach (var wrapper in Wrappers)
            if (value.TryGetProperty(wrapper, out var inner))
                objects.AddRange(
                    inner.ValueKind is JsonValueKind.Array
                        ? inner.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.Object).Take(1)
                        : [inner]
                );
        objects.RemoveAll(one => one.ValueKind is not JsonValueKind.Object);
    }

    public JsonElement? Of(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var one in objects)
            if (one.TryGetProperty(name, out var value) && !IsEmpty(value))
                return value;
        return null;
    }

    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Of(name) is { } value && TextOf(value) is { Length: > 0 } text)
                return text;
        return null;
    }

    public IEnumerable<JsonElement> Each(string name) =>
        Of(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>A text, a number as it is written, or what WordPress and others wrap a text in; else null.</summary>
    public static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => CleanText.Of(StringOf(value)).Trim(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object => new JsonFields(value).Text("rendered", "raw", "html", "text", "value"),
            _ => null,
        };

    // Half a surrogate pair, escaped, is JSON and no text.
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (value.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(StringOf(value)));
}
