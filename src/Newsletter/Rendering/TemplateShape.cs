using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsletter.Rendering;

/// <summary>How much of each column a template shows: its own <c>template.json</c>. The text part keeps to it as well.</summary>
/// <param name="Lead">Of the first column.</param>
/// <param name="Others">Of those that follow it.</param>
/// <param name="Excerpt">How long an excerpt is, in characters, its standfirst included.</param>
internal sealed partial record TemplateShape(
    [property: JsonPropertyName("lead")] ColumnExtent Lead = ColumnExtent.Whole,
    [property: JsonPropertyName("others")] ColumnExtent Others = ColumnExtent.Whole,
    [property: JsonPropertyName("excerpt")] int Excerpt = 600
)
{
    public const string FileName = "template.json";

    /// <summary>What a template without such a file has.</summary>
    public static TemplateShape Whole { get; } = new();

    /// <summary>Whether the first column stands above the others, under the one heading of the first level.</summary>
    public bool HasLead => Lead is ColumnExtent.Whole;

    /// <summary>With what an edition wants in place of it; null for what the template says.</summary>
    public TemplateShape With(ColumnExtent? lead, ColumnExtent? others) =>
        this with
        {
            Lead = lead ?? Lead,
            Others = others ?? Others,
        };

    public ColumnExtent Of(int place) => place == 0 ? Lead : Others;

    /// <param name="path">Named when the file is wrong.</param>
    /// <exception cref="Refusal">The file is no such object.</exception>
    public static TemplateShape Parse(string json, string path)
    {
        try
        {
            var shape = JsonSerializer.Deserialize(json, ShapeJson.Default.TemplateShape) ?? Whole;
            return shape.Excerpt is >= 0 and <= 100_000
                ? shape
                : throw new Refusal($"{path} is wrong: \"excerpt\" is a number of characters from 0 to 100000.");
        }
        catch (JsonException fault)
        {
            throw new Refusal(
                $"{path} is wrong, line {(fault.LineNumber ?? 0) + 1}: it is one JSON object with \"lead\" and \"others\", each \"whole\" or \"excerpt\", and \"excerpt\", a number of characters.",
                fault
            );
        }
    }

    [JsonSourceGenerationOptions(
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = false
    )]
    [JsonSerializable(typeof(TemplateShape))]
    private sealed partial class ShapeJson : JsonSerializerContext;
}
