namespace Newsletter.Review;

/// <summary>Something that a check found.</summary>
/// <param name="Rule">A short, stable name that scripts may compare.</param>
/// <param name="What">A sentence: what, where, and how to mend it.</param>
internal sealed record Finding(string Rule, string What);
