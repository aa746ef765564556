using System.Globalization;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>What goes out next, what is going out, and what needs a person.</summary>
[Needs(StaffRole.Editor)]
internal sealed class HomeModel(
    IssueShelf shelf,
    PublicationRegister register,
    SourceRegister sources,
    TimeProvider clock
) : DeskPage
{
    private const int Most = 20;

    public HomeWords Words => HomeWords.In(Language);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public override string Title => Desk.Home;

    public override string Part => DeskNavigation.Home;

    public List<(string What, string? At, string Why)> Needs { get; } = [];

    public IReadOnlyList<IssueOnShelf> Out { get; private set; } = [];

    public List<(string Name, string? At, string When)> Next { get; } = [];

    public IReadOnlyList<IssueOnShelf> Last { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var mine = Mine(StaffRole.Editor);
        var publications = (await register.ListAsync(Cancel)).Where(p => mine is null || mine.Contains(p.Id)).ToList();
        foreach (
            var one in await LatestAsync(
                mine,
                IssueState.Held,
                IssueState.Paused,
                IssueState.Draft,
                IssueState.Approved
            )
        )
            Needs.Add((NameOf(one), AddressOf(one), WhyOf(one.Issue)));
        foreach (var (source, slug) in await sources.ListAsync(slug: null, Cancel))
        {
            if (source.Trouble is { } trouble && publications.Find(p => p.Slug == slug) is { } of)
                Needs.Add(
                    (
                        of.Title,
                        null,
                        string.Format(Culture, Words.SourceFails, source.Id, source.Address, source.Failures, trouble)
                    )
                );
        }

        Out = await LatestAsync(mine, IssueState.Sending);
        foreach (var one in (await LatestAsync(mine, IssueState.Queued)).OrderBy(one => one.Issue.NotBefore))
            Next.Add(
                (
                    NameOf(one),
                    AddressOf(one),
                    string.Format(Culture, Words.Queued, Shown(one.Issue.NotBefore!.Value, one.TimeZone))
                )
            );
        foreach (var (publication, slot) in Slots(publications))
            Next.Add((publication.Title, null, string.Format(Culture, Words.Slot, Shown(slot, publication.TimeZone))));
        Last = await LatestAsync(mine, IssueState.Sent);
    }

    public string NameOf(IssueOnShelf one) => $"{one.Title}, {IssueWords.In(Language).NumberSign} {one.Issue.Number}";

    private Task<IReadOnlyList<IssueOnShelf>> LatestAsync(IReadOnlyList<int>? mine, params IssueState[] states) =>
        shelf.LatestAsync(mine, states, before: null, Most, Cancel);

    // The next one of each edition, the soonest first.
    private IEnumerable<(Publication Publication, DateTimeOffset Slot)> Slots(IEnumerable<Publication> publications) =>
        publications
            .SelectMany(
                publication =>
                    publication.OfferedEditions.SelectMany(edition =>
                        edition.RuleIn(publication.TimeZone, publication.QuietDays)?.Following(clock.GetUtcNow(), 1)
                        ?? []
                    ),
                (publication, slot) => (publication, slot)
            )
            .OrderBy(one => one.slot);

    private string WhyOf(Issue issue) =>
        issue.State switch
        {
            IssueState.Held => string.Format(Culture, Words.HeldFor, issue.HeldBecause),
            IssueState.Paused => Words.PausedBy,
            IssueState.Approved => Words.ApprovedWaits,
            _ => Words.DraftWaits,
        };

    private string Shown(DateTimeOffset at, string zone) => DeskTime.Shown(at, zone, Culture);

    private static string AddressOf(IssueOnShelf one) =>
        string.Create(CultureInfo.InvariantCulture, $"/desk/issues/{one.Issue.Id}");
}
