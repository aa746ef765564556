using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Delivery;
using Newsletter.Delivery.Audiences;
using Newsletter.Issues;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Where a draft is made: its columns and their order, the line in the inbox, who receives it.</summary>
[Needs(StaffRole.Editor)]
internal sealed class IssueContentModel(
    IssueShelf shelf,
    FreeColumns free,
    Drafting drafting,
    SegmentReaders segments,
    IssueStatuses statuses
) : IssuePage(shelf)
{
    private const int MostFree = 100;

    public IssueContentWords Words => IssueContentWords.In(Language);

    public IssueWords IssueWords => IssueWords.In(Language);

    public override string Title =>
        string.Format(Culture, Words.Title, Issue.Title, IssueWords.NumberSign, Issue.Issue.Number);

    public IReadOnlyList<FreeColumn> Free { get; private set; } = [];

    public bool IsDraft => Issue.Issue.State is IssueState.Draft;

    /// <summary>How many the issue would go to now.</summary>
    public int Expected { get; private set; }

    [BindProperty(Name = "title", SupportsGet = true)]
    public string? Sought { get; set; }

    public Task OnGetAsync() => ShowAsync();

    private protected override async Task ShowAsync()
    {
        Free = IsDraft ? await free.OfAsync(Id, Sought, MostFree, Cancel) : [];
        Expected = (await statuses.OfAsync(Id, Cancel)).Expected ?? 0;
    }

    /// <summary>How many readers a segment has, while it is typed.</summary>
    public async Task<IActionResult> OnGetCountAsync(string? segment)
    {
        try
        {
            var given = string.IsNullOrWhiteSpace(segment) ? null : segment;
            var counted = await segments.CountAsync(Issue.Slug, given, Cancel);
            return Content(Counted(counted.Readers), "text/plain");
        }
        catch (Refusal refusal)
        {
            return Content(refusal.Message, "text/plain");
        }
    }

    /// <param name="order">The columns as the page has them, by id.</param>
    /// <param name="out">Those that leave.</param>
    /// <param name="add">Those that come, after the others.</param>
    /// <param name="up">One that goes a place up; null for none. So it goes without script.</param>
    /// <param name="down">The same, down.</param>
    public Task<IActionResult> OnPostColumnsAsync(string? order, int[] @out, int[] add, int? up, int? down) =>
        ChangeAsync(
            "issue.arrange",
            Words.SavedColumns,
            async () =>
            {
                var wanted = Ordered(order);
                Move(wanted, up, -1);
                Move(wanted, down, 1);
                var issue = await drafting.ArrangeAsync(Id, [.. wanted.Except(@out), .. add], Me.Email, Cancel);
                return Listed(issue.Columns.OrderBy(c => c.Position).Select(c => c.ColumnId));
            },
            before: Listed(Columns.Select(column => column.ColumnId))
        );

    public Task<IActionResult> OnPostNewestAsync() =>
        ChangeAsync(
            "issue.renew",
            Words.Taken,
            async () =>
            {
                await drafting.RenewAsync(Id, Me.Email, Cancel);
                return null;
            },
            before: null
        );

    public Task<IActionResult> OnPostHeadlineAsync(string? subject, string? preheader) =>
        ChangeAsync(
            "issue.headline",
            IssueWords.Saved,
            async () =>
            {
                var issue = await drafting.HeadlineAsync(Id, subject, preheader, Me.Email, Cancel);
                return $"{issue.Subject} / {issue.Preheader}";
            },
            before: $"{Issue.Issue.Subject} / {Issue.Issue.Preheader}"
        );

    public Task<IActionResult> OnPostAudienceAsync(string? segment) =>
        ChangeAsync(
            "issue.audience",
            Words.SavedAudience,
            async () =>
            {
                var read = string.IsNullOrWhiteSpace(segment)
                    ? null
                    : await segments.CheckedAsync(Issue.Slug, segment, Cancel);
                return (await drafting.AddressAsync(Id, read, Me.Email, Cancel)).Segment;
            },
            before: Issue.Issue.Segment
        );

    public string Counted(int readers) =>
        string.Format(Culture, readers == 1 ? Words.CountedOne : Words.CountedMany, readers);

    // What somebody else added meanwhile, and this page did not show, stays at the end.
    private List<int> Ordered(string? order)
    {
        var typed = (order ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0);
        return [.. typed.Union(Columns.Select(column => column.ColumnId))];
    }

    private static void Move(List<int> order, int? column, int by)
    {
        var from = column is { } id ? order.IndexOf(id) : -1;
        var to = from + by;
        if (from >= 0 && to >= 0 && to < order.Count)
            (order[from], order[to]) = (order[to], order[from]);
    }

    private static string Listed(IEnumerable<int> ids) => string.Join(", ", ids);
}
