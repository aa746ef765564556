using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Issues;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class IssueQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<Issue> Issues => db.Set<Issue>();

        internal DbSet<Carrying> Carryings => db.Set<Carrying>();

        internal DbSet<Slot> Slots => db.Set<Slot>();

        /// <exception cref="Refusal">There is no such issue.</exception>
        internal async Task<Issue> IssueAsync(int id, CancellationToken cancel) =>
            await db
                .Issues.Include(issue => issue.Columns.OrderBy(c => c.Position))
                .SingleOrDefaultAsync(i => i.Id == id, cancel)
            ?? throw new Refusal(
                $"There is no issue {id}; \"newsletter issue compose\" prints the number of each that it makes."
            );
    }

    internal static IQueryable<Issue> Queued(this IQueryable<Issue> issues) =>
        issues.Where(i => i.State == IssueState.Queued);

    /// <summary>Those for all readers of an edition: one for a part of them is no news to the others.</summary>
    internal static IQueryable<Issue> ForEverybody(this IQueryable<Issue> issues) =>
        issues.Where(i => i.Segment == null);

    internal static IQueryable<Issue> DueBefore(this IQueryable<Issue> issues, DateTimeOffset now) =>
        issues.Where(i => i.NotBefore <= now);
}
