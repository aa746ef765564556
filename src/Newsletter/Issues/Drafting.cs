using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What a person makes of a draft: its columns and their order, its headline, its audience.</summary>
internal sealed class Drafting(WriteLane lane)
{
    /// <summary>
    /// Lets a draft carry these columns in this order. What it carries no more waits again; what is new to it is reserved.
    /// </summary>
    /// <param name="id">The issue.</param>
    /// <param name="columns">The first is the lead.</param>
    /// <param name="by">What names the person and nobody else, such as their address; null for none.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">It is no draft any more, no column is left, or one cannot be carried.</exception>
    public Task<Issue> ArrangeAsync(int id, IReadOnlyList<int> columns, string? by, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(id, cancel);
                var publication = await db.Publications.SingleAsync(p => p.Id == issue.PublicationId, cancel);
                await ColumnsTurn.TakeAsync(db, publication, cancel);
                var wanted = columns.Distinct().ToList();
                if (wanted.Count == 0)
                    throw new Refusal(
                        $"Issue {id} would carry nothing; leave it one column at least, or cancel it (newsletter issue cancel {id})."
                    );
                var carried = issue.Columns.ToDictionary(c => c.ColumnId, c => c.Revision);
                var edition = publication.Editions.Single(e => e.Id == issue.EditionId);
                var added = await Composing.NamedAsync(
                    db,
                    publication,
                    edition,
                    [.. wanted.Where(column => !carried.ContainsKey(column))],
                    cancel
                );
                foreach (var column in added)
                {
                    carried.Add(column.Id, column.Revision);
                    db.Carryings.Add(new Carrying(edition.Id, column.Id, issue));
                }

                issue.ChangeAs(by);
                issue.Arrange([.. wanted.Select(column => (column, carried[column]))]);
                db.Carryings.RemoveRange(
                    await db.Carryings.Where(c => c.IssueId == id && !wanted.Contains(c.ColumnId)).ToListAsync(cancel)
                );
                return issue;
            },
            cancel
        );

    /// <summary>Gives a draft the subject and the preheader of its mail; what is empty is made of its columns.</summary>
    /// <exception cref="Refusal">It is no draft any more.</exception>
    public Task<Issue> HeadlineAsync(
        int id,
        string? subject,
        string? preheader,
        string? by,
        CancellationToken cancel
    ) => ChangeAsync(id, by, issue => issue.Headline(Given(subject), Given(preheader)), cancel);

    /// <param name="id">The issue.</param>
    /// <param name="segment">Checked already, by whoever can read it; null for all readers of the edition.</param>
    /// <param name="by">As above.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">It is no draft any more.</exception>
    public Task<Issue> AddressAsync(int id, string? segment, string? by, CancellationToken cancel) =>
        ChangeAsync(id, by, issue => issue.AddressTo(Given(segment)), cancel);

    /// <summary>Carries the newest revision of each of its columns.</summary>
    /// <exception cref="Refusal">It is no draft any more.</exception>
    public Task<Issue> RenewAsync(int id, string? by, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(id, cancel);
                issue.ChangeAs(by);
                await db.RenewAsync(issue, cancel);
                return issue;
            },
            cancel
        );

    private Task<Issue> ChangeAsync(int id, string? by, Action<Issue> change, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(id, cancel);
                issue.ChangeAs(by);
                change(issue);
                return issue;
            },
            cancel
        );

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
