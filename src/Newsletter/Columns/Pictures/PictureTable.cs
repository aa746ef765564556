using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Database;

namespace Newsletter.Columns.Pictures;

/// <summary>How it is kept which picture is in which file.</summary>
internal sealed class PictureTable : IEntityTypeConfiguration<KeptPicture>
{
    public void Configure(EntityTypeBuilder<KeptPicture> picture)
    {
        picture.ToTable(
            "pictures",
            table =>
            {
                table.HasStates("ck_pictures_use", (KeptPicture p) => p.Use);
                table.HasCheckConstraint("ck_pictures_settled", "(hash IS NULL) <> (fault IS NULL)");
            }
        );
        picture.HasKey(p => new { p.Key, p.Use });
        picture.Property(p => p.Key).HasMaxLength(64);
        picture.Property(p => p.Hash).HasMaxLength(64);
        picture.Ignore(p => p.Name);
    }
}
