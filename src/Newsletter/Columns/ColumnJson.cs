using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsletter.Columns;

/// <summary>How blocks are written down, in the database and for hashing. Generated, so the form is stable.</summary>
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(IReadOnlyList<Inline>))]
[JsonSerializable(typeof(IReadOnlyList<Byline>))]
[JsonSerializable(typeof(IReadOnlyList<Dropped>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
internal sealed partial class ColumnJson : JsonSerializerContext
{
    /// <summary>Readable in the database: accents stay letters.</summary>
    public static ColumnJson Readable =>
        field ??= new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
