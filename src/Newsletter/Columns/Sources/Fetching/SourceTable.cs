using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>How sources are kept.</summary>
internal sealed class SourceTable : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.ToTable("sources", table => table.HasStates("ck_sources_kind", s => s.Kind));
        source
            .HasIndex(s => new
            {
                s.PublicationId,
                s.Kind,
                s.Address,
            })
            .IsUnique();
        source.HasIndex(s => s.NextAt);
        source.Property(s => s.Address).HasMaxLength(2000);
        source.Property(s => s.FirstAddress).HasMaxLength(2000);
        source.Ignore(s => s.ItemsOf);
        source.Property(s => s.Title).HasMaxLength(Source.LongestTitle);
        source.Property(s => s.Trouble).HasMaxLength(Source.Longest);
        source.Property(s => s.Told).HasMaxLength(Source.Longest);
        source.HasOne<Publication>().WithMany().HasForeignKey(s => s.PublicationId);
    }
}
