using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>
/// The text of an article that an editor keeps as a tree of pieces rather than as HTML. What a piece is called says what
/// it is; where its words stand, the names that editors use for it.
/// </summary>
internal static class JsonBody
{
    private static readonly string[] Words =
    [
        "html",
        "rawHtml",
        "embedHtml",
        "rendered",
        "text",
        "value",
        "contents",
        "content",
        "line",
        "paragraphs",
        "components",
        "children",
        "items",
        "blocks",
        "embed",
    ];

    private static readonly string[] Pictures = ["imageUrl", "src", "url", "asset"];

    /// <summary>Null where no words are found. JSON nests 64 deep at most, so that this ends.</summary>
    public static string? Html(JsonElement body)
    {
        var html = new StringBuilder();
        Piece(body, html, "");
        return html.Length == 0 ? null : html.ToString();
    }

    private static void Piece(JsonElement piece, StringBuilder html, string around)
    {
        if (piece.ValueKind is JsonValueKind.Array)
            foreach (var one in piece.EnumerateArray())
                Piece(one, html, around);
        else if (piece.ValueKind is JsonValueKind.String)
            html.Append(Text(JsonFields.TextOf(piece) ?? ""));
        else if (piece.ValueKind is JsonValueKind.Object)
            Named(piece, html, around);
    }

    private static void Named(JsonElement piece, StringBuilder html, string around)
    {
        var fields = new JsonFields(piece);
        var kind =
            $"{fields.Text("__typename", "type", "_type", "blockType")} {TextOnly(fields, "style")}".ToLowerInvariant();
        if (Has(kind, "related") || Has(kind, "newsletter") || Has(kind, "advert"))
            return;
        if (Has(kind, "image") && PictureOf(fields) is { } picture)
        {
            var alt = WebUtility.HtmlEncode(fields.Text("alt", "imageAlt", "caption") ?? "");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p><img src=\"{WebUtility.HtmlEncode(picture)}\" alt=\"{alt}\"></p>"
            );
            return;
        }
        var isItem = around.Length > 0;
        var tag =
            Has(kind, "heading") || Has(kind, "header") ? "h2"
            : Has(kind, "list") ? (fields.Of("ordered") is { ValueKind: JsonValueKind.True } ? "ol" : "ul")
            : Has(kind, "quote") ? "blockquote"
            : isItem ? "li"
            : Has(kind, "paragraph") || Has(kind, "normal_text") || kind.StartsWith("text", StringComparison.Ordinal)
                ? "p"
            : "";
        var inner = new StringBuilder();
        foreach (var name in Words)
            if (fields.Of(name) is { ValueKind: not JsonValueKind.Number } words)
                Piece(words, inner, tag is "ul" or "ol" ? "li" : "");
        if (inner.Length > 0)
            html.Append(tag.Length == 0 ? $"{inner}" : $"<{tag}>{inner}</{tag}>").Append('\n');
    }

    // A style that is an object says how it looks, not what it is.
    private static string? TextOnly(JsonFields fields, string name) =>
        fields.Of(name) is { ValueKind: JsonValueKind.String } value ? JsonFields.TextOf(value) : null;

    private static string? PictureOf(JsonFields fields)
    {
        foreach (var name in Pictures)
            if (fields.Of(name) is { } value)
                return value.ValueKind is JsonValueKind.String
                    ? JsonFields.TextOf(value)
                    : new JsonFields(value).Text("url");
        return fields.Of("image") is { } inner ? PictureOf(new JsonFields(inner)) : null;
    }

    private static bool Has(string kind, string word) => kind.Contains(word, StringComparison.Ordinal);

    private static string Text(string text) =>
        text.Contains('<', StringComparison.Ordinal) ? text : WebUtility.HtmlEncode(text);
}
