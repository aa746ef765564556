using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <param name="IsOfDomain">Nothing goes to anybody of the address's domain.</param>
internal sealed record SuppressionRecord(SuppressionSource Source, bool IsOfDomain, string Reason, DateTimeOffset At);
