namespace Newsletter.Subscribers.Importing;

/// <param name="Read">Rows so far.</param>
/// <param name="Share">How much of the file, from 0 to 1.</param>
internal sealed record ImportProgress(long Read, double Share);
