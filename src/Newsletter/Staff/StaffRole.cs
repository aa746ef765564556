namespace Newsletter.Staff;

/// <summary>What a member of the staff may do. Each may do what those before it may.</summary>
internal enum StaffRole
{
    /// <summary>Columns and drafts.</summary>
    Editor,

    /// <summary>Approves, queues and stops.</summary>
    Publisher,

    /// <summary>Settings, staff, and the data of subscribers.</summary>
    Admin,
}
