using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Publications;

namespace Newsletter.Columns;

/// <summary>How columns and their revisions are kept.</summary>
internal sealed class ColumnTables
    : IEntityTypeConfiguration<Column>,
        IEntityTypeConfiguration<ColumnRevision>,
        IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Column> column)
    {
        column.ToTable("columns");
        column.HasIndex(c => c.Origin).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ColumnRevision> revision)
    {
        revision.ToTable("column_revisions");
        revision.HasKey(r => new { r.ColumnId, r.Number });
        revision.HasOne(r => r.Column).WithMany().HasForeignKey(r => r.ColumnId);
        revision.HasIndex(r => r.ContentHash);
        revision.Property(r => r.Categories).HasDefaultValue("[]");
        revision.Ignore(r => r.Content);
    }

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("offers");
        offer.HasKey(o => new { o.PublicationId, o.ColumnId });
        offer.HasOne(o => o.Column).WithMany().HasForeignKey(o => o.ColumnId);
        offer.HasOne<Publication>().WithMany().HasForeignKey(o => o.PublicationId);
    }
}
