namespace Newsletter.Subscribers.Importing;

/// <summary>A field that a batch writes, as the bulk statement reads it.</summary>
/// <param name="Key">The reader's.</param>
internal sealed record NewField(string Key, string Name, string Value);
