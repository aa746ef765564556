using System.Text.Json.Serialization;

namespace Newsletter.Subscribers.Importing;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<Newcomer>))]
internal sealed partial class NewcomerJson : JsonSerializerContext;
