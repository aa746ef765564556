namespace Newsletter.Records;

internal sealed record LatestIssue(string PublicationTitle, string Slug, string Language, int Number, string Subject);
