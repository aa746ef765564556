namespace Newsletter.Records.Choosing;

/// <summary>What a reader can choose, as it stands. It holds no address: mails are forwarded with their links.</summary>
/// <param name="PageLanguage">In which the page speaks: the reader's, or that of the publication whose link it is.</param>
/// <param name="Language">As the reader chose; null for that of each publication.</param>
internal sealed record ReaderChoices(
    string PageLanguage,
    string? Name,
    string? Language,
    IReadOnlyList<PublicationChoices> Publications
);
