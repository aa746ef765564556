namespace Newsletter.Subscribers.Importing;

/// <summary>Some hundred rows, no two of one reader.</summary>
/// <param name="Corrections">Rows that only correct one of an earlier batch, and are counted already.</param>
/// <param name="Progress">How far the file was read then.</param>
internal sealed record ReadBatch(List<ImportRow> Rows, List<ImportRow> Corrections, ImportProgress Progress);
