using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Review;

/// <summary>Renders an issue as the database has it now, into what an approval would freeze.</summary>
internal sealed class IssueRendering(
    IDbContextFactory<NewsletterDb> databases,
    IssueRenderer renderer,
    PictureShelf shelf,
    PublicationLogo logo,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    /// <param name="issueId">The issue.</param>
    /// <param name="date">The day that is printed in it; today where it is null.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such issue, or its template has an error.</exception>
    public async Task<IssueDraft> RenderAsync(int issueId, DateTimeOffset? date, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var issue = await db.IssueAsync(issueId, cancel);
        var publication = await db.Publications.AsNoTracking().SingleAsync(p => p.Id == issue.PublicationId, cancel);
        var revisions = await RevisionsAsync(db, issue, cancel);
        var dated = date ?? clock.GetUtcNow();
        var pictures = new IssuePictures(await shelf.OfAsync(revisions, cancel), site.Value);
        var input = Input(
            publication,
            EditionHeadlines.Of(publication, issue, dated, revisions),
            issue,
            dated,
            revisions.Select(pictures.Shown)
        );
        var rendered = Told(renderer.Render(input), publication);
        var inFull = rendered.IsCut ? renderer.RenderInFull(input) : rendered;
        return new IssueDraft(issue, publication, dated, rendered, Content(publication, issue, rendered, inFull));
    }

    private static Task<List<ColumnRevision>> RevisionsAsync(NewsletterDb db, Issue issue, CancellationToken cancel)
    {
        var revisions = db.ColumnRevisions.AsNoTracking().Include(revision => revision.Column);
        return db.Set<IssueColumn>()
            .Where(c => c.IssueId == issue.Id)
            .Join(
                revisions,
                c => new { c.ColumnId, Number = c.Revision },
                r => new { r.ColumnId, r.Number },
                (c, r) => new { c.Position, Revision = r }
            )
            .OrderBy(c => c.Position)
            .Select(c => c.Revision)
            .ToListAsync(cancel);
    }

    private RenderedIssue Told(RenderedIssue rendered, Publication publication) =>
        logo.Missing(publication) is { } missing
            ? rendered with
            {
                Notices = [missing, .. rendered.Notices],
            }
            : rendered;

    private RenderInput Input(
        Publication publication,
        (string? Subject, string? Preheader) headline,
        Issue issue,
        DateTimeOffset date,
        IEnumerable<ColumnInput> columns
    )
    {
        var policy = publication.Editions.Single(e => e.Id == issue.EditionId).Policy;
        return new RenderInput(
            publication.Template,
            Inputs.Of(publication, logo.Shown(publication.Theme)),
            new IssueInput(
                issue.Number,
                headline.Subject,
                headline.Preheader,
                date,
                SiteOptions.View(site.Value.Root, publication.Slug, issue.Number)
            ),
            [.. columns]
        )
        {
            Lead = ExtentOf(policy.Lead),
            Others = ExtentOf(policy.Others),
        };
    }

    private static ColumnExtent? ExtentOf(Extent extent) =>
        extent switch
        {
            Extent.Whole => ColumnExtent.Whole,
            Extent.Excerpt => ColumnExtent.Excerpt,
            _ => null,
        };

    private BundleContent Content(Publication publication, Issue issue, RenderedIssue rendered, RenderedIssue inFull) =>
        new(
            publication.SenderName,
            publication.SenderAddress,
            publication.ReplyTo,
            rendered.Subject,
            rendered.Preheader,
            rendered.Html,
            inFull.Html == rendered.Html ? null : inFull.Html,
            rendered.Text,
            rendered.ByReader?.ToJson(),
            publication.Title,
            publication.Slug,
            publication.Language,
            site.Value.Root,
            AudienceDefinition.Of(publication.Editions.Single(e => e.Id == issue.EditionId).Rhythm, issue.Segment)
        );
}
