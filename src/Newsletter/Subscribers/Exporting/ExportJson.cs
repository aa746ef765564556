using System.Globalization;
using System.Text.Json.Nodes;

namespace Newsletter.Subscribers.Exporting;

/// <summary>A reader as a JSON object.</summary>
internal static class ExportJson
{
    public static JsonNode Of(ExportedReader reader) =>
        new JsonObject
        {
            ["email"] = reader.Email,
            ["name"] = reader.Name,
            ["language"] = reader.Language,
            ["status"] = reader.Status,
            ["state"] = reader.State,
            ["since"] = Instant(reader.Since),
            ["joinedAt"] = Instant(reader.JoinedAt),
            ["rhythm"] = reader.Rhythm,
            ["pausedUntil"] = Instant(reader.PausedUntil),
            ["consent"] = reader.Consent is { } consent ? Proof(consent) : null,
            ["suppression"] = reader.Suppression is { } suppression
                ? new JsonObject
                {
                    ["because"] = suppression.Reason,
                    ["by"] = suppression.Source.ToString().ToLowerInvariant(),
                    ["at"] = Instant(suppression.At),
                }
                : null,
            ["tags"] = new JsonArray([.. reader.Tags.Select(tag => JsonValue.Create(tag))]),
            ["fields"] = new JsonObject(
                reader.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value)))
            ),
        };

    private static JsonObject Proof(Consent consent) =>
        new()
        {
            ["at"] = Instant(consent.At),
            ["how"] = consent.How,
            ["sentence"] = consent.Sentence,
            ["page"] = consent.Page,
            ["form"] = consent.Form,
            ["network"] = consent.Network,
        };

    private static string? Instant(DateTimeOffset? instant) =>
        instant?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
