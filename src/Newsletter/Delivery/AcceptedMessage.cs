using System.Text.Json;

namespace Newsletter.Delivery;

/// <summary>What the relay took, as one statement tells the database of many at once.</summary>
internal sealed record AcceptedMessage(long Id, string Holder, string Reply)
{
    public static string Json(IReadOnlyList<AcceptedMessage> accepted) =>
        JsonSerializer.Serialize(accepted, AcceptedMessageJson.Default.IReadOnlyListAcceptedMessage);
}
