using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class StaffQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<StaffMember> Staff => db.Set<StaffMember>();

        internal DbSet<StaffPost> StaffPosts => db.Set<StaffPost>();

        internal DbSet<StaffSession> StaffSessions => db.Set<StaffSession>();

        internal DbSet<Invitation> Invitations => db.Set<Invitation>();

        internal DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        internal DbSet<ProtectionKey> ProtectionKeys => db.Set<ProtectionKey>();
    }
}
