namespace Newsletter.Delivery;

/// <summary>An outcome on its way into the ledger.</summary>
/// <param name="IsRepeated">True where this process was interrupted under the same message, or lost its answer, before.</param>
internal sealed record Settlement(Claim Claim, DeliveryOutcome Outcome, bool IsRepeated);
