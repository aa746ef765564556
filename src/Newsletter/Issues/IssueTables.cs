using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>How issues, what they carry and the slots they answer are kept.</summary>
internal sealed class IssueTables
    : IEntityTypeConfiguration<Issue>,
        IEntityTypeConfiguration<IssueColumn>,
        IEntityTypeConfiguration<Carrying>,
        IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Issue> issue)
    {
        issue.ToTable("issues", table => table.HasStates("ck_issues_state", i => i.State));
        issue.HasIndex(i => new { i.PublicationId, i.Number }).IsUnique();
        issue.Property(i => i.Segment).HasMaxLength(2000);
        issue.Property(i => i.ChangedBy).HasMaxLength(254);
        issue.HasIndex(i => i.State);
        // Two processes that act on one issue: the second is told, not obeyed over the first.
        issue.Property(i => i.State).IsConcurrencyToken();
        issue.HasOne<Publication>().WithMany().HasForeignKey(i => i.PublicationId);
        issue.HasOne<Edition>().WithMany().HasForeignKey(i => i.EditionId);
        issue.HasMany(i => i.Columns).WithOne().HasForeignKey(c => c.IssueId);
    }

    public void Configure(EntityTypeBuilder<IssueColumn> column)
    {
        column.ToTable("issue_columns");
        column.HasKey(c => new { c.IssueId, c.ColumnId });
        column.HasOne<ColumnRevision>().WithMany().HasForeignKey(c => new { c.ColumnId, c.Revision });
    }

    public void Configure(EntityTypeBuilder<Carrying> carrying)
    {
        carrying.ToTable("carryings");
        carrying.HasKey(c => new { c.EditionId, c.ColumnId });
        carrying.HasOne<Edition>().WithMany().HasForeignKey(c => c.EditionId);
        carrying.HasOne<Column>().WithMany().HasForeignKey(c => c.ColumnId);
        carrying.HasOne(c => c.Issue).WithMany().HasForeignKey(c => c.IssueId);
    }

    public void Configure(EntityTypeBuilder<Slot> slot)
    {
        slot.ToTable("slots");
        slot.HasKey(s => new { s.EditionId, s.At });
        slot.HasOne<Edition>().WithMany().HasForeignKey(s => s.EditionId);
        slot.HasOne(s => s.Issue).WithMany().HasForeignKey(s => s.IssueId);
    }
}
