using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Subscribers;

namespace Newsletter.Delivery;

/// <summary>How the ledger is kept.</summary>
internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages", table => table.HasStates("ck_messages_state", m => m.State));
        message.HasIndex(m => new { m.IssueId, m.SubscriberId }).IsUnique();
        message.HasIndex(m => new
        {
            m.IssueId,
            m.State,
            m.NotBefore,
        });
        // Holds only what is claimed or being sent: to look for dead owners costs nothing however long the ledger is.
        message.HasIndex(m => m.LeaseUntil).HasFilter("lease_until IS NOT NULL");
        message.HasIndex(m => m.SubscriptionId);
        message.HasIndex(m => m.SubscriberId);
        message.Property(m => m.LastReply).HasMaxLength(500);
        message.HasOne<Issue>().WithMany().HasForeignKey(m => m.IssueId);
        message.HasOne<Subscriber>().WithMany().HasForeignKey(m => m.SubscriberId);
        message.HasOne<Subscription>().WithMany().HasForeignKey(m => m.SubscriptionId);
    }
}
