using System.Text.Json;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>JSON Feed 1 and 1.1 (jsonfeed.org), the posts of WordPress's REST API, and articles that others export.</summary>
internal static class JsonFeed
{
    private static readonly string[] Lists = ["items", "posts", "articles", "entries", "data", "results", "nodes"];

    public static FeedContent Read(string text, string name, List<string> notices)
    {
        using var document = Parsed(text, name);
        var root = document.RootElement;
        if (root.ValueKind is JsonValueKind.Array)
            return Content(null, root.EnumerateArray(), name, notices);
        var isFeed =
            root.TryGetProperty("version", out var version)
            && JsonFields.TextOf(version)?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) is true;
        foreach (var list in Lists)
            if (root.TryGetProperty(list, out var items) && (items.ValueKind is JsonValueKind.Array || isFeed))
                return items.ValueKind is JsonValueKind.Array
                    ? Content(root, items.EnumerateArray(), name, notices)
                    : throw new Refusal(
                        $"{name} is a JSON Feed whose \"{list}\" is no list but {Kind(items)}; ask its publisher to mend it."
                    );
        return isFeed ? Content(root, [], name, notices) : Content(null, [root], name, notices);
    }

    private static JsonDocument Parsed(string text, string name)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException fault)
        {
            throw new Refusal(
                $"{name} is broken JSON: line {fault.LineNumber + 1}, character {fault.BytePositionInLine + 1}, is not what can stand there. Export or fetch it again, or mend that line.",
                fault
            );
        }
    }

    private static FeedContent Content(
        JsonElement? feed,
        IEnumerable<JsonElement> items,
        string name,
        List<string> notices
    )
    {
        var around = feed is { } element ? new JsonFields(element) : null;
        var page = WebAddress.OfPage(around?.Text("home_page_url", "link", "url"));
        var language = FeedLanguage.Of(around?.Text("language"));
        var read = new List<SourceItem>();
        var number = 0;
        foreach (var item in items)
        {
            number++;
            if (JsonItem.Read(item, page, language, feed, out var why) is { } one)
                read.Add(one);
            else
                notices.Add($"Item {number} of {name} was left out: {why}");
        }
        // Data of another kind is no feed in which all is left out.
        if (
            feed is null
            && read.Count == 0
            && number > 0
            && notices.All(n => n.EndsWith(JsonItem.NoArticle, StringComparison.Ordinal))
        )
            throw new Refusal(
                $"{name} is JSON, but neither a JSON Feed nor a list of articles: nothing in it has a title and a text. See whether it is the right file."
            );
        return new FeedContent(around?.Text("title", "name"), page, language, read, notices);
    }

    private static string Kind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };
}
