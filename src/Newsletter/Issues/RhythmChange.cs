namespace Newsletter.Issues;

/// <param name="Schedule">Null where the rhythm is not offered any more.</param>
/// <param name="FellBack">How many readers get every issue again.</param>
internal sealed record RhythmChange(string Rhythm, string? Schedule, int FellBack);
