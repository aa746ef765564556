namespace Newsletter.Hosting.Demo;

/// <param name="NextRun">Local to the publication's zone.</param>
internal sealed record DemonstratedIssue(
    int Id,
    string Slug,
    string Title,
    int Number,
    int Audience,
    int Sent,
    DateTimeOffset? NextRun
);
