using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>How accounts and their acts are kept. A post names its publication by number alone: the stage of publications is a later one.</summary>
internal sealed class StaffTables
    : IEntityTypeConfiguration<StaffMember>,
        IEntityTypeConfiguration<StaffPost>,
        IEntityTypeConfiguration<StaffSession>,
        IEntityTypeConfiguration<Invitation>,
        IEntityTypeConfiguration<AuditEntry>,
        IEntityTypeConfiguration<ProtectionKey>,
        IEntityTypeConfiguration<IdentityUserLogin<int>>,
        IEntityTypeConfiguration<IdentityUserToken<int>>,
        IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    private const int Address = 254;
    private const int Name = 200;

    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.ToTable("staff");
        member.Property(m => m.UserName).HasMaxLength(Address);
        member.Property(m => m.NormalizedUserName).HasMaxLength(Address);
        member.Property(m => m.Email).HasMaxLength(Address);
        member.Property(m => m.NormalizedEmail).HasMaxLength(Address);
        member.Property(m => m.Name).HasMaxLength(Name);
        member.Property(m => m.Language).HasMaxLength(2);
        member.Property(m => m.ConcurrencyStamp).IsConcurrencyToken();
        member.HasIndex(m => m.NormalizedUserName).IsUnique();
        member.Ignore(m => m.PhoneNumber).Ignore(m => m.PhoneNumberConfirmed);
    }

    public void Configure(EntityTypeBuilder<StaffPost> post)
    {
        post.ToTable("staff_posts", table => table.HasStates("ck_staff_posts_role", p => p.Role));
        post.HasIndex(p => new { p.MemberId, p.PublicationId }).IsUnique();
        post.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.MemberId);
    }

    public void Configure(EntityTypeBuilder<StaffSession> session)
    {
        session.ToTable("staff_sessions");
        session.Property(s => s.Key).HasMaxLength(64);
        session.Property(s => s.Network).HasMaxLength(45);
        session.Property(s => s.Browser).HasMaxLength(Name);
        session.HasIndex(s => s.Key).IsUnique();
        session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.MemberId);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations", table => table.HasStates("ck_invitations_role", i => i.Role));
        invitation.Property(i => i.Key).HasMaxLength(64);
        invitation.Property(i => i.Email).HasMaxLength(Address);
        invitation.HasIndex(i => i.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.Property(e => e.Member).HasMaxLength(Name);
        entry.Property(e => e.Act).HasMaxLength(60);
        entry.Property(e => e.Subject).HasMaxLength(Name);
        entry.Property(e => e.Network).HasMaxLength(45);
        entry.HasIndex(e => new { e.Subject, e.Id });
        entry.HasIndex(e => new { e.MemberId, e.Id });
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.ToTable("protection_keys");
        key.Property(k => k.Name).HasMaxLength(Name);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login)
    {
        login.ToTable("staff_logins");
        login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(255);
        login.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token)
    {
        token.ToTable("staff_tokens");
        token.HasKey(t => new
        {
            t.UserId,
            t.LoginProvider,
            t.Name,
        });
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
        token.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey)
    {
        passkey.ToTable("staff_passkeys");
        passkey.HasKey(p => p.CredentialId);
        // W3C Web Authentication, section 4: a credential's id has at most 1,023 bytes.
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson("data");
        passkey.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.UserId);
    }
}
