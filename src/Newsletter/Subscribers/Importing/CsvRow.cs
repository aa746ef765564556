namespace Newsletter.Subscribers.Importing;

/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Fault">Why its cells cannot be told apart; null where they can.</param>
internal sealed record CsvRow(long Line, string[] Cells, string? Fault);
