namespace Newsletter.Staff;

/// <summary>A role that a member has, of one publication or of all.</summary>
internal sealed class StaffPost
{
    // For EF.
    private StaffPost() { }

    public StaffPost(int memberId, int? publicationId, StaffRole role) =>
        (MemberId, PublicationId, Role) = (memberId, publicationId, role);

    public int Id { get; private set; }

    public int MemberId { get; private set; }

    /// <summary>Null: of all publications, and of what belongs to none.</summary>
    public int? PublicationId { get; private set; }

    public StaffRole Role { get; private set; }
}
