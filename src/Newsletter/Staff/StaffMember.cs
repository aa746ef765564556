using Microsoft.AspNetCore.Identity;

namespace Newsletter.Staff;

/// <summary>One person of the staff, who signs in at the desk. Their address is their name there.</summary>
internal sealed class StaffMember : IdentityUser<int>
{
    /// <summary>As colleagues see it, in the audit trail as well.</summary>
    public string Name { get; set; } = "";

    /// <summary>In which the desk speaks, lower-case ISO 639-1; null: as the browser asks.</summary>
    public string? Language { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    /// <summary>When the account was closed: it signs in no more, and its acts stay in the trail. Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
