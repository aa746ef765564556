namespace Newsletter.Staff;

/// <summary>Who sits at the desk in a request: the account as it is now, and what it may do.</summary>
internal sealed record SignedIn(
    int MemberId,
    string Name,
    string Email,
    string? Language,
    int SessionId,
    IReadOnlyList<StaffPost> Posts
)
{
    /// <summary>Whether a role is theirs somewhere.</summary>
    public bool IsAnywhere(StaffRole role) => Posts.Any(post => post.Role >= role);

    /// <summary>Whether a role is theirs of a publication; of what belongs to none, whether it is theirs of all.</summary>
    public bool Is(StaffRole role, int? publicationId) =>
        Posts.Any(post =>
            post.Role >= role
            && (post.PublicationId is null || (publicationId is not null && post.PublicationId == publicationId))
        );

    /// <summary>The publications of which a role is theirs; null: all.</summary>
    public IReadOnlyList<int>? PublicationsOf(StaffRole role) =>
        Is(role, publicationId: null)
            ? null
            : [.. Posts.Where(post => post.Role >= role).Select(post => post.PublicationId!.Value).Distinct()];
}
