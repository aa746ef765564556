using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Review;

/// <summary>An issue with what it would freeze if it were approved now.</summary>
/// <param name="DatedAt">The day that is printed in it.</param>
internal sealed record IssueDraft(
    Issue Issue,
    Publication Publication,
    DateTimeOffset DatedAt,
    RenderedIssue Rendered,
    BundleContent Content
);
