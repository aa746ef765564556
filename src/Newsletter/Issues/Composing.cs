using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>Which columns go in: makes issues of what a publication has not yet carried.</summary>
internal sealed class Composing(WriteLane lane, TimeProvider clock)
{
    /// <summary>Makes a draft of all columns that wait, or of those named, in the order named.</summary>
    /// <exception cref="Refusal">Nothing waits, or a column that is named cannot be carried.</exception>
    public async Task<Issue> ComposeAsync(IssueWish wish, CancellationToken cancel)
    {
        // Two that compose at once clash on a column or on the number: the second decides again on what is left.
        return await lane.WriteAsync(
            async db =>
            {
                var publication = await db.PublicationAsync(wish.Publication, cancel);
                var edition = Offered(publication, wish.Rhythm);
                await ColumnsTurn.TakeAsync(db, publication, cancel);
                var columns = wish.Columns is { Count: > 0 } ids
                    ? await NamedAsync(db, publication, edition, ids, cancel)
                    : await db.WaitingAsync(publication, edition, clock.GetUtcNow(), cancel);
                if (columns.Count == 0)
                {
                    throw new Refusal(NothingToCarry(publication, edition));
                }

                var issue = await DraftAsync(db, publication, edition, columns, clock.GetUtcNow(), cancel);
                issue.Headline(wish.Subject, wish.Preheader);
                issue.AddressTo(wish.Segment);
                issue.ChangeAs(wish.By);
                return issue;
            },
            cancel
        );
    }

    /// <summary>Adds a draft with these columns and reserves them. The schema refuses a column that is taken.</summary>
    internal static async Task<Issue> DraftAsync(
        NewsletterDb db,
        Publication publication,
        Edition edition,
        IReadOnlyList<Column> columns,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var last =
            await db.Issues.Where(i => i.PublicationId == publication.Id).MaxAsync(i => (int?)i.Number, cancel) ?? 0;
        var issue = new Issue(publication.Id, edition.Id, last + 1, now);
        db.Issues.Add(issue);
        foreach (var column in columns)
        {
            issue.Carry(column.Id, column.Revision);
            db.Carryings.Add(new Carrying(edition.Id, column.Id, issue));
        }

        return issue;
    }

    private static Edition Offered(Publication publication, string rhythm) =>
        publication.OfferedEditions.FirstOrDefault(edition =>
            edition.Rhythm.Equals(rhythm.Trim(), StringComparison.OrdinalIgnoreCase)
        )
        ?? throw new Refusal(
            $"\"{publication.Slug}\" has no edition \"{rhythm}\"; it has {string.Join(", ", publication.OfferedEditions.Select(edition => edition.Rhythm))}. \"newsletter publication set {publication.Slug}\" adds one (--weekly, --monthly)."
        );

    private static string NothingToCarry(Publication publication, Edition edition) =>
        edition.Rhythm == Edition.Every
            ? $"There is nothing to carry: \"{publication.Slug}\" has no column that it has not carried yet, that is free to go and that its rule takes; add one with \"newsletter column add\", or see \"newsletter column list --publication {publication.Slug}\"."
            : $"There is nothing to carry: the issues of \"{publication.Slug}\" brought no column that its {edition.Rhythm} edition has not carried yet.";

    /// <summary>Columns that a person names, in the order named.</summary>
    /// <exception cref="Refusal">One does not serve the publication, or an issue of the edition has it.</exception>
    internal static async Task<IReadOnlyList<Column>> NamedAsync(
        NewsletterDb db,
        Publication publication,
        Edition edition,
        IReadOnlyList<int> ids,
        CancellationToken cancel
    )
    {
        var columns = new List<Column>();
        foreach (var id in ids.Distinct())
        {
            var offer =
                await db
                    .Offers.Include(o => o.Column)
                    .SingleOrDefaultAsync(o => o.PublicationId == publication.Id && o.ColumnId == id, cancel)
                ?? throw new Refusal(
                    $"Column {id} does not serve \"{publication.Slug}\"; see \"newsletter column list --publication {publication.Slug}\"."
                );
            var taken = await db
                .Carryings.Where(c => c.EditionId == edition.Id && c.ColumnId == id)
                .Select(c => new { c.Issue.Number, c.CarriedAt })
                .SingleOrDefaultAsync(cancel);
            if (taken is not null)
            {
                throw new Refusal(
                    $"Column {id} {(taken.CarriedAt is null ? "is reserved for" : "was carried by")} issue number {taken.Number} of \"{publication.Slug}\"; a column goes once."
                );
            }

            if (offer.State is OfferState.CarriedByHand)
            {
                throw new Refusal(
                    $"Column {id} was carried by hand in \"{publication.Slug}\"; a column goes once. \"newsletter column release {id}\" lets it go all the same."
                );
            }

            columns.Add(offer.Column);
        }

        return columns;
    }
}
