namespace Newsletter.Subscribers;

/// <summary>A word that staff, or a file, put to a reader.</summary>
/// <param name="SubscriberId">Whose it is.</param>
/// <param name="Tag">As written, 60 characters at most; unique by reader.</param>
internal sealed record SubscriberTag(long SubscriberId, string Tag);
