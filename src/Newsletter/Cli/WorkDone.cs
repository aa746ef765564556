namespace Newsletter.Cli;

/// <param name="Share">From 0 to 1; null where the end is not known.</param>
/// <param name="Detail">A few words, such as "1,200 rows".</param>
internal sealed record WorkDone(double? Share, string Detail);
