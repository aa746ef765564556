using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Newsletter.Issues;

namespace Newsletter.Messages;

/// <summary>How approved bundles are kept: one an issue.</summary>
internal sealed class BundleTable : IEntityTypeConfiguration<IssueBundle>
{
    public void Configure(EntityTypeBuilder<IssueBundle> bundle)
    {
        bundle.ToTable("issue_bundles");
        bundle.HasKey(b => b.IssueId);
        bundle.HasOne<Issue>().WithOne().HasForeignKey<IssueBundle>(b => b.IssueId);
        bundle.Ignore(b => b.Content);
    }
}
