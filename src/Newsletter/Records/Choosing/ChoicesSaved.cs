namespace Newsletter.Records.Choosing;

/// <param name="Faults">Where there are any, nothing at all was changed.</param>
/// <param name="IsMailed">A mail asks the reader to confirm what they want to receive again.</param>
internal sealed record ChoicesSaved(IReadOnlyList<ChoiceFault> Faults, bool IsMailed);
