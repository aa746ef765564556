using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Newsletter.Publications;

/// <summary>How publications and editions are kept.</summary>
internal sealed class PublicationTables : IEntityTypeConfiguration<Publication>, IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publications");
        publication.Property(p => p.Slug).HasMaxLength(63);
        publication.Property(p => p.Retries).HasMaxLength(200);
        publication.Property(p => p.GiveUpAfter).HasMaxLength(20);
        publication.Property(p => p.SignUpSentence).HasMaxLength(1000);
        publication.Property(p => p.TakesSignUps).HasDefaultValue(true).HasSentinel(true);
        publication.Property(p => p.Welcome).HasDefaultValue(WelcomeMail.None);
        publication.HasIndex(p => p.Slug).IsUnique();
        publication.Ignore(p => p.EveryIssue).Ignore(p => p.Sender).Ignore(p => p.Theme).Ignore(p => p.OfferedEditions);
        publication.Ignore(p => p.QuietDays);
        publication.HasMany(p => p.Editions).WithOne().HasForeignKey(e => e.PublicationId);
        publication.Navigation(p => p.Editions).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("editions", table => table.HasCheckConstraint("ck_editions_minimum", "minimum >= 1"));
        edition.Ignore(e => e.IsOffered).Ignore(e => e.Policy);
        edition.Property(e => e.Rhythm).HasMaxLength(20);
        edition.HasIndex(e => new { e.PublicationId, e.Rhythm }).IsUnique();
    }
}
