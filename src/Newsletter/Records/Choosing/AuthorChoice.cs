namespace Newsletter.Records.Choosing;

/// <param name="Key">The name as names are compared.</param>
/// <param name="Name">As a column spells it.</param>
internal sealed record AuthorChoice(string Key, string Name, bool IsChosen);
