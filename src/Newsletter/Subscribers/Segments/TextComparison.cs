namespace Newsletter.Subscribers.Segments;

/// <summary>How a text is compared. Case counts: the two databases do not agree on what an upper-case letter is.</summary>
internal enum TextComparison
{
    Is,
    Contains,
    StartsWith,
    EndsWith,
}
