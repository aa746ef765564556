using System.Text.Json.Serialization;

namespace Newsletter.Delivery.ServiceMails;

[JsonSerializable(typeof(ServiceMailContent))]
internal sealed partial class ServiceMailContentJson : JsonSerializerContext;
