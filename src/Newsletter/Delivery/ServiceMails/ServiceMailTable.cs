using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Publications;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>How service mails are kept.</summary>
internal sealed class ServiceMailTable : IEntityTypeConfiguration<ServiceMail>
{
    public void Configure(EntityTypeBuilder<ServiceMail> mail)
    {
        mail.ToTable(
            "service_mails",
            table =>
            {
                table.HasStates("ck_service_mails_state", m => m.State);
                table.HasStates("ck_service_mails_purpose", m => m.Purpose);
                // What it says may hold a reader's links: it is there exactly as long as it is needed.
                table.HasCheckConstraint("ck_service_mails_content", "(content IS NULL) = (settled_at IS NOT NULL)");
                table.HasCheckConstraint(
                    "ck_service_mails_settled",
                    "(settled_at IS NULL) = (state IN ('Queued', 'Claimed', 'Sending'))"
                );
                table.HasCheckConstraint(
                    "ck_service_mails_owner",
                    "(owner IS NOT NULL) = (state IN ('Claimed', 'Sending'))"
                );
            }
        );
        mail.HasIndex(m => m.UniqueKey).IsUnique();
        // Holds only what is still to go, so looking costs nothing however much was ever sent.
        mail.HasIndex(m => m.NotBefore).HasFilter("settled_at IS NULL");
        mail.HasIndex(m => m.EmailKey);
        // No foreign key: what is about a reader may stay a while after them, and is found by it when they are erased.
        mail.HasIndex(m => m.SubscriberId);
        mail.HasIndex(m => m.PublicationId);
        mail.Property(m => m.UniqueKey).HasMaxLength(500);
        mail.Property(m => m.LastReply).HasMaxLength(Reply.Longest);
        mail.HasOne<Publication>().WithMany().HasForeignKey(m => m.PublicationId);
    }
}
