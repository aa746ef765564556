using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Review;

/// <summary>An issue with what it would freeze if it were approved now.</summary>
internal sealed record IssueDraft(Issue Issue, Publication Publication, RenderedIssue Rendered, BundleContent Content);
