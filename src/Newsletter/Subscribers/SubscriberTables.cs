using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>How readers, their subscriptions and their consent are kept.</summary>
internal sealed class SubscriberTables
    : IEntityTypeConfiguration<Subscriber>,
        IEntityTypeConfiguration<Subscription>,
        IEntityTypeConfiguration<Consent>,
        IEntityTypeConfiguration<Suppression>,
        IEntityTypeConfiguration<LinkKey>
{
    public void Configure(EntityTypeBuilder<Subscriber> subscriber)
    {
        subscriber.ToTable("subscribers");
        subscriber.Property(s => s.Email).HasMaxLength(254);
        subscriber.Property(s => s.EmailKey).HasMaxLength(320);
        subscriber.HasIndex(s => s.EmailKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("subscriptions");
        subscription.HasIndex(s => new { s.PublicationId, s.SubscriberId }).IsUnique();
        subscription.HasIndex(s => s.SubscriberId);
        // Two processes that act on one subscription: an import that began before a reader left must not undo it.
        subscription.Property(s => s.State).IsConcurrencyToken();
        subscription.Ignore(s => s.IsOver);
        subscription.HasOne(s => s.Subscriber).WithMany().HasForeignKey(s => s.SubscriberId);
        subscription.HasOne<Publication>().WithMany().HasForeignKey(s => s.PublicationId);
    }

    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.HasOne(c => c.Subscription).WithMany().HasForeignKey(c => c.SubscriptionId);
    }

    public void Configure(EntityTypeBuilder<Suppression> suppression)
    {
        suppression.ToTable("suppressions");
        suppression.HasIndex(s => s.Target).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LinkKey> key) => key.ToTable("link_keys");
}
