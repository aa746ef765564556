using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>How readers, their subscriptions and their consent are kept.</summary>
internal sealed class SubscriberTables
    : IEntityTypeConfiguration<Subscriber>,
        IEntityTypeConfiguration<Subscription>,
        IEntityTypeConfiguration<Consent>,
        IEntityTypeConfiguration<Suppression>,
        IEntityTypeConfiguration<SubscriberField>,
        IEntityTypeConfiguration<SubscriberTag>,
        IEntityTypeConfiguration<ChosenAuthor>,
        IEntityTypeConfiguration<LeavingReason>,
        IEntityTypeConfiguration<ReaderRequest>,
        IEntityTypeConfiguration<LinkKey>
{
    public void Configure(EntityTypeBuilder<Subscriber> subscriber)
    {
        subscriber.ToTable("subscribers");
        subscriber.Property(s => s.Email).HasMaxLength(254);
        subscriber.Property(s => s.EmailKey).HasMaxLength(320);
        subscriber.Property(s => s.Language).HasMaxLength(2);
        subscriber.HasIndex(s => s.EmailKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("subscriptions");
        subscription.HasIndex(s => new { s.PublicationId, s.SubscriberId }).IsUnique();
        subscription.HasIndex(s => s.SubscriberId);
        // Holds only those who are paused: to look whose pause is over costs nothing.
        subscription.HasIndex(s => s.PausedUntil).HasFilter("paused_until IS NOT NULL");
        // Two processes that act on one subscription: an import that began before a reader left must not undo it.
        subscription.Property(s => s.State).IsConcurrencyToken();
        subscription.Ignore(s => s.IsOver);
        subscription.HasOne(s => s.Subscriber).WithMany().HasForeignKey(s => s.SubscriberId);
        subscription.HasOne<Publication>().WithMany().HasForeignKey(s => s.PublicationId);
    }

    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.Property(c => c.Page).HasMaxLength(500);
        consent.Property(c => c.Form).HasMaxLength(60);
        consent.Property(c => c.Network).HasMaxLength(45);
        consent.HasOne(c => c.Subscription).WithMany().HasForeignKey(c => c.SubscriptionId);
    }

    public void Configure(EntityTypeBuilder<Suppression> suppression)
    {
        suppression.ToTable("suppressions");
        suppression.HasIndex(s => s.Target).IsUnique();
        suppression.Property(s => s.Source).HasDefaultValue(SuppressionSource.Staff);
    }

    public void Configure(EntityTypeBuilder<SubscriberField> field)
    {
        field.ToTable("subscriber_fields");
        field.HasKey(f => new { f.SubscriberId, f.Name });
        field.Property(f => f.Name).HasMaxLength(60);
        field.Property(f => f.Value).HasMaxLength(500);
        field.HasOne<Subscriber>().WithMany().HasForeignKey(f => f.SubscriberId);
    }

    public void Configure(EntityTypeBuilder<SubscriberTag> tag)
    {
        tag.ToTable("subscriber_tags");
        tag.HasKey(t => new { t.SubscriberId, t.Tag });
        tag.Property(t => t.Tag).HasMaxLength(60);
        tag.HasOne<Subscriber>().WithMany().HasForeignKey(t => t.SubscriberId);
    }

    public void Configure(EntityTypeBuilder<ChosenAuthor> author)
    {
        author.ToTable("chosen_authors");
        author.HasKey(a => new { a.SubscriptionId, a.Author });
        author.Property(a => a.Author).HasMaxLength(200);
        author.HasOne<Subscription>().WithMany().HasForeignKey(a => a.SubscriptionId);
    }

    public void Configure(EntityTypeBuilder<LeavingReason> reason)
    {
        reason.ToTable("leaving_reasons");
        reason.Property(r => r.Reason).HasMaxLength(40);
        reason.Property(r => r.Words).HasMaxLength(1000);
        reason.HasOne(r => r.Subscription).WithMany().HasForeignKey(r => r.SubscriptionId);
    }

    public void Configure(EntityTypeBuilder<ReaderRequest> request)
    {
        request.ToTable("reader_requests", table => table.HasStates("ck_reader_requests_kind", r => r.Kind));
        request.Property(r => r.Email).HasMaxLength(254);
        request.Property(r => r.EmailKey).HasMaxLength(320);
        request.Property(r => r.Language).HasMaxLength(2);
        request.Property(r => r.Mailbox).HasMaxLength(320);
        // What a mailbox was mailed lately.
        request.HasIndex(r => new { r.Mailbox, r.AskedAt });
        request.HasIndex(r => r.EmailKey);
        // Holds only what waits: delivery asks twice a second.
        request.HasIndex(r => r.Id).HasFilter("mailed_at IS NULL").HasDatabaseName("ix_reader_requests_waiting");
        request.HasOne(r => r.Subscriber).WithMany().HasForeignKey(r => r.SubscriberId);
        request.HasOne(r => r.Subscription).WithMany().HasForeignKey(r => r.SubscriptionId);
        request.HasOne<Publication>().WithMany().HasForeignKey(r => r.PublicationId);
    }

    public void Configure(EntityTypeBuilder<LinkKey> key) => key.ToTable("link_keys");
}
