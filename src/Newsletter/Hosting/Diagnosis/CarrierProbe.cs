using Newsletter.Delivery;
using Newsletter.Delivery.Relays;

namespace Newsletter.Hosting.Diagnosis;

/// <summary>Whether messages can be handed over where the settings say.</summary>
internal static class CarrierProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Check> CheckAsync(ICarrier carrier, bool relayIsSet, CancellationToken cancel)
    {
        if (carrier is OutboxFolder)
            return Check.Note(
                "relay",
                $"messages are written to {carrier.Name} and reach nobody; {(relayIsSet ? "take Delivery__Folder away to send them to Relay__Host" : "set Relay__Host to send them")}"
            );
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        await using var connection = carrier.Open();
        try
        {
            var fault = await connection.ReadyAsync(patience.Token);
            return fault is null
                ? Check.Ok("relay", $"{carrier.Name} answers{Agreed(connection)}")
                : Check.Wrong("relay", fault.Sentence);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            var section = (carrier as Relay)?.Section ?? RelayOptions.First;
            return Check.Wrong(
                "relay",
                $"{carrier.Name} did not answer within {Patience.TotalSeconds:0} seconds; see {section}__Host and {section}__Port"
            );
        }
    }

    private static string Agreed(ICarrierConnection connection) =>
        connection is RelayConnection { Agreed: { } agreed } ? $": {agreed}" : "";
}
