namespace Newsletter.Subscribers.Importing;

/// <summary>A tag that a batch writes, as the bulk statement reads it.</summary>
/// <param name="Key">The reader's.</param>
internal sealed record NewTag(string Key, string Tag);
