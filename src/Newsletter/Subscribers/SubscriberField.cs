namespace Newsletter.Subscribers;

/// <summary>Something that is known of a reader beside the name, such as a town: from a file, or from staff.</summary>
/// <param name="SubscriberId">Whose it is.</param>
/// <param name="Name">Lower-case, 60 characters at most; unique by reader.</param>
/// <param name="Value">500 characters at most, on one line.</param>
internal sealed record SubscriberField(long SubscriberId, string Name, string Value);
