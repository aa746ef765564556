using System.Text.Json.Serialization;

namespace Newsletter.Subscribers.Importing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(List<Newcomer>))]
[JsonSerializable(typeof(List<NewProof>))]
[JsonSerializable(typeof(List<NewField>))]
[JsonSerializable(typeof(List<NewTag>))]
internal sealed partial class NewcomerJson : JsonSerializerContext;
