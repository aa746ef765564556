namespace Newsletter.Delivery.Alarming;

/// <summary>Something that stopped, and that a person should know of.</summary>
/// <param name="Key">The same as long as it is the same event.</param>
/// <param name="Topic">For the subject: a few words.</param>
/// <param name="Sentence">What, where, what to do.</param>
/// <param name="PublicationId">Whose; null where it is everybody's.</param>
internal sealed record AlarmEvent(string Key, string Topic, string Sentence, int? PublicationId);
