using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>The columns that serve a publication, the newest first, what became of each, and what a person decides of them.</summary>
[Needs(StaffRole.Editor)]
internal sealed class ColumnInboxModel(ColumnFates fates, ColumnDecisions decisions, PublicationRegister register)
    : DeskPage
{
    private const int Most = 200;

    public static IReadOnlyList<string> States { get; } = ["waiting", "reserved", "carried", "held", "skipped"];

    public ColumnWords Words => ColumnWords.In(Language);

    public override string Title => Desk.Columns;

    public override string Part => DeskNavigation.Columns;

    public IReadOnlyList<Publication> Publications { get; private set; } = [];

    /// <summary>Null where no publication is theirs.</summary>
    public Publication? Chosen { get; private set; }

    [BindProperty(Name = "state", SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(Name = "title", SupportsGet = true)]
    public string? Sought { get; set; }

    public IReadOnlyList<ColumnFate> Columns { get; private set; } = [];

    public async Task OnGetAsync(string? publication)
    {
        await ChooseAsync(publication);
        if (Chosen is null)
            return;
        Columns =
        [
            .. (await fates.OfAsync(Chosen.Slug, Cancel))
                .Where(column => string.IsNullOrEmpty(State) || column.Fate == State)
                .Where(column => TitleSearch.Holds(column.Title, Sought))
                .Take(Most),
        ];
    }

    public async Task<IActionResult> OnPostAsync(string? publication, int[] columns, OfferState decision)
    {
        await ChooseAsync(publication);
        if (Chosen is null || Chosen.Slug != publication)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (columns.Length == 0)
        {
            Problem = Words.None;
            await OnGetAsync(publication);
            return Page();
        }

        foreach (var id in columns.Distinct())
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"column {id}");
            if (!await ActAsync("column.decide", subject, Chosen.Id, () => DecideAsync(id, decision)))
            {
                await OnGetAsync(publication);
                return Page();
            }
        }

        return Go(
            $"/desk/columns?publication={Chosen.Slug}",
            string.Format(CultureInfo.InvariantCulture, Words.Done, columns.Distinct().Count())
        );
    }

    public string WordOf(string fate) =>
        fate switch
        {
            "reserved" => Words.Reserved,
            "carried" => Words.Carried,
            "held" => Words.Held,
            "skipped" => Words.Skipped,
            _ => Words.Waiting,
        };

    private async Task<string?> DecideAsync(int id, OfferState decision)
    {
        await decisions.DecideAsync(id, Chosen!.Slug, decision, Cancel);
        return ColumnFates.Word(decision);
    }

    private async Task ChooseAsync(string? slug)
    {
        var mine = Mine(StaffRole.Editor);
        Publications =
        [
            .. (await register.ListAsync(Cancel)).Where(publication => mine is null || mine.Contains(publication.Id)),
        ];
        Chosen =
            Publications.FirstOrDefault(publication => publication.Slug == slug)
            ?? (Publications is [var first, ..] ? first : null);
    }
}
