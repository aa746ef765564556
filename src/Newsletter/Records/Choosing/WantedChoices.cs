namespace Newsletter.Records.Choosing;

/// <summary>What a reader wants from now on.</summary>
/// <param name="Publications">Those that are not among them stay as they are.</param>
internal sealed record WantedChoices(string? Name, string? Language, IReadOnlyList<WantedPublication> Publications);
