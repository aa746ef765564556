namespace Newsletter.Delivery;

/// <summary>What one connection asks of the ledger between two messages: settle the one, begin the other.</summary>
internal sealed record LedgerStep(Settlement? Done, Claim? Next);
