using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>
/// How the ledger is kept. A million rows are frozen at once, so that it has no index beginning with the reader: such
/// a one is written all over, at a cost that grows with all that was ever sent. A reader's messages are looked up
/// issue by issue. Nor are reader and subscription checked as foreign keys, row by row: the rows come from those
/// tables in one statement.
/// </summary>
internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages", table => table.HasStates("ck_messages_state", m => m.State));
        message.HasIndex(m => new { m.IssueId, m.SubscriberId }).IsUnique();
        // What is accepted leaves it, so that sending keeps a small tree and the ledger's history costs nothing.
        message
            .HasIndex(m => new
            {
                m.IssueId,
                m.State,
                m.NotBefore,
            })
            .HasFilter("state <> 'Sent'");
        // Holds only what is claimed or being sent: to look for dead owners costs nothing however long the ledger is.
        message.HasIndex(m => m.LeaseUntil).HasFilter("lease_until IS NOT NULL");
        message.Property(m => m.LastReply).HasMaxLength(500);
        message.HasOne<Issue>().WithMany().HasForeignKey(m => m.IssueId);
    }
}
