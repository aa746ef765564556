using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns;
using Newsletter.Columns.Editing;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>One column: its text, where it serves, its revisions with what changed between them.</summary>
[Needs(StaffRole.Editor)]
internal sealed class ColumnPageModel(
    ColumnShelf shelf,
    ColumnEditing editing,
    ColumnDecisions decisions,
    PublicationRegister register
) : DeskPage
{
    public ColumnTextWords Words => ColumnTextWords.In(Language);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public override string Title => Current.Title;

    public override string Part => DeskNavigation.Columns;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ColumnRevision> Revisions { get; private set; } = [];

    public ColumnRevision Current => Revisions[0];

    public ColumnDraft Draft => Current.Content;

    /// <summary>The publications that it serves and that are theirs.</summary>
    public IReadOnlyList<Publication> Serves { get; private set; } = [];

    /// <summary>Whether every publication that it serves is theirs: what is changed is changed for all.</summary>
    public bool MayChange { get; private set; }

    public string Zone => Serves is [var first, ..] ? first.TimeZone : "UTC";

    /// <summary>The revision that is shown beside the one before it: the newest, unless another is asked for.</summary>
    [BindProperty(Name = "compared", SupportsGet = true)]
    public int? Wanted { get; set; }

    public int Compared => Wanted ?? Current.Number;

    /// <summary>What came and went from the revision before the one that is compared.</summary>
    public IReadOnlyList<ComparedWords> Change
    {
        get
        {
            var pair = Revisions.SkipWhile(revision => revision.Number != Compared).Take(2).ToList();
            return pair is [var after, var before] ? ColumnComparison.Between(before.Content, after.Content) : [];
        }
    }

    public override async ValueTask<Place> WhereAsync(CancellationToken cancel)
    {
        if (!int.TryParse(RouteData.Values["id"] as string, CultureInfo.InvariantCulture, out var id))
            return Place.Nowhere;
        var (place, mayChange) = await ColumnPlace.OfAsync(shelf, Me, id, cancel);
        if (place.Kind is PlaceKind.Nowhere)
            return place;
        MayChange = mayChange;
        Revisions = await shelf.RevisionsAsync(id, cancel);
        var offers = await shelf.OffersAsync(id, cancel);
        Serves =
        [
            .. (await register.ListAsync(cancel)).Where(publication =>
                Me.Is(StaffRole.Editor, publication.Id) && offers.Any(offer => offer.PublicationId == publication.Id)
            ),
        ];
        return place;
    }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostRestoreAsync(int seen, int number) =>
        ChangeAsync(
            "column.restore",
            Words.Restored,
            async () =>
            {
                var revision = await editing.RestoreAsync(Id, seen, number, Cancel);
                return string.Create(CultureInfo.InvariantCulture, $"revision {revision.Number}, as {number}");
            },
            string.Create(CultureInfo.InvariantCulture, $"revision {Current.Number}")
        );

    public Task<IActionResult> OnPostEmbargoAsync(string? until) =>
        ChangeAsync(
            "column.embargo",
            Words.EmbargoSaved,
            async () =>
            {
                var typed = string.IsNullOrWhiteSpace(until) ? "off" : until;
                var at = await decisions.EmbargoAsync(Id, typed, Cancel);
                return at?.ToString("O", CultureInfo.InvariantCulture) ?? "off";
            },
            Current.Column.EmbargoUntil?.ToString("O", CultureInfo.InvariantCulture) ?? "off"
        );

    public string Shown(DateTimeOffset at) => DeskTime.Shown(at, Zone, Culture);

    private int Id => Current.ColumnId;

    private async Task<IActionResult> ChangeAsync(string act, string done, Func<Task<string?>> does, string before)
    {
        if (!MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        var subject = string.Create(CultureInfo.InvariantCulture, $"column {Id}");
        return await ActAsync(act, subject, Serves[0].Id, does, before)
            ? Go(string.Create(CultureInfo.InvariantCulture, $"/desk/columns/{Id}"), done)
            : Page();
    }
}
