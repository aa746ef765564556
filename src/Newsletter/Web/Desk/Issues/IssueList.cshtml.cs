using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>All issues, the latest first, and where a new one is composed.</summary>
[Needs(StaffRole.Editor)]
internal sealed class IssueListModel(IssueShelf shelf, PublicationRegister register, Composing composing) : DeskPage
{
    private const int PageSize = 50;

    public IssueWords Words => IssueWords.In(Language);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public override string Title => Desk.Issues;

    public override string Part => DeskNavigation.Issues;

    public IReadOnlyList<IssueOnShelf> Issues { get; private set; } = [];

    public IReadOnlyList<Publication> Publications { get; private set; } = [];

    /// <summary>Where the next page begins; null where there is none.</summary>
    public int? OlderThan { get; private set; }

    public async Task OnGetAsync(int? before)
    {
        var mine = Mine(StaffRole.Editor);
        Issues = await shelf.LatestAsync(mine, [], before, PageSize, Cancel);
        OlderThan = Issues.Count == PageSize ? Issues[^1].Issue.Id : null;
        Publications =
        [
            .. (await register.ListAsync(Cancel)).Where(publication => mine is null || mine.Contains(publication.Id)),
        ];
    }

    /// <summary>Makes a draft of all that waits.</summary>
    public async Task<IActionResult> OnPostAsync(string publication)
    {
        var found = (await register.ListAsync(Cancel)).FirstOrDefault(one => one.Slug == publication);
        if (found is null || !Me.Is(StaffRole.Editor, found.Id))
            return StatusCode(StatusCodes.Status403Forbidden);
        Issue? made = null;
        var isDone = await ActAsync(
            "issue.compose",
            $"publication {found.Slug}",
            found.Id,
            async () =>
            {
                made = await composing.ComposeAsync(new IssueWish(found.Slug) { By = Me.Email }, Cancel);
                return string.Create(CultureInfo.InvariantCulture, $"issue {made.Id}");
            }
        );
        if (isDone)
            return Go(string.Create(CultureInfo.InvariantCulture, $"/desk/issues/{made!.Id}"), Words.Composed);
        await OnGetAsync(before: null);
        return Page();
    }

    public string WhenOf(IssueOnShelf one) =>
        DeskTime.Shown(
            one.Issue.FinishedAt ?? one.Issue.StartedAt ?? one.Issue.NotBefore ?? one.Issue.CreatedAt,
            one.TimeZone,
            Culture
        );
}
