using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering;

/// <summary>
/// An issue whose template decides by reader, with all that another rendering needs: nothing that is edited after the
/// approval changes what readers get.
/// </summary>
/// <param name="Parts">The text of each part by its name.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Issue">As it was fitted to what mail clients show.</param>
internal sealed partial record FrozenTemplate(
    IReadOnlyDictionary<string, string> Parts,
    string Language,
    IReadOnlyDictionary<string, string> Words,
    PreparedIssue Issue
)
{
    public static FrozenTemplate Parse(string json) =>
        JsonSerializer.Deserialize(json, FrozenJson.Default.FrozenTemplate)
        ?? throw new JsonException("A frozen template is an object.");

    public string ToJson() => JsonSerializer.Serialize(this, FrozenJson.Readable.FrozenTemplate);

    [JsonSerializable(typeof(FrozenTemplate))]
    private sealed partial class FrozenJson : JsonSerializerContext
    {
        public static FrozenJson Readable { get; } =
            new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
