using System.Text.Json.Serialization;

namespace Newsletter.Delivery;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<AcceptedMessage>))]
internal sealed partial class AcceptedMessageJson : JsonSerializerContext;
