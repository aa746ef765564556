using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Status">The words on which <paramref name="Verdict"/> rests; null where there were none.</param>
internal sealed record ImportRow(long Line, EmailAddress Address, string? Name, Verdict Verdict, string? Status);
