namespace Newsletter.Subscribers;

/// <summary>
/// A reader who chose authors receives only issues that carry a column by one of them. Without any, every issue.
/// </summary>
/// <param name="SubscriptionId">Whose choice it is.</param>
/// <param name="Author">The author's name, folded as <c>Byline</c> compares names; 200 characters at most.</param>
internal sealed record ChosenAuthor(long SubscriptionId, string Author);
