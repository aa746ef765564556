using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <summary>A reader's record as the file that the reader takes away: readable by people, and by another system.</summary>
[JsonSerializable(typeof(ReaderRecord))]
internal sealed partial class ReaderRecordJson : JsonSerializerContext
{
    private static ReaderRecordJson Readable =>
        field ??= new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                WriteIndented = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Converters =
                {
                    new JsonStringEnumConverter<SubscriptionState>(JsonNamingPolicy.KebabCaseLower),
                    new JsonStringEnumConverter<ConsentAct>(JsonNamingPolicy.KebabCaseLower),
                    new JsonStringEnumConverter<SuppressionSource>(JsonNamingPolicy.KebabCaseLower),
                    new JsonStringEnumConverter<ReaderRequestKind>(JsonNamingPolicy.KebabCaseLower),
                    new JsonStringEnumConverter<ServiceMailPurpose>(JsonNamingPolicy.KebabCaseLower),
                    new JsonStringEnumConverter<ServiceMailState>(JsonNamingPolicy.KebabCaseLower),
                    new JsonStringEnumConverter<MessageState>(JsonNamingPolicy.KebabCaseLower),
                },
            }
        );

    public static byte[] Write(ReaderRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(record, Readable.ReaderRecord);
}
