using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns;
using Newsletter.Columns.Editing;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Where a person changes the text of a column.</summary>
[Needs(StaffRole.Editor)]
[RequestSizeLimit(PictureUploads.MostBytes + 4_000_000)]
internal sealed class ColumnEditModel(ColumnShelf shelf, ColumnEditing editing, PictureUploads uploads) : ColumnFormPage
{
    private bool mayChange;

    public override string Title => $"{Words.Edit}: {Current.Title}";

    public ColumnRevision Current { get; private set; } = null!;

    /// <summary>The revision that the form was made of: another person's change is not written over.</summary>
    public int Seen { get; private set; }

    public override async ValueTask<Place> WhereAsync(CancellationToken cancel)
    {
        if (!int.TryParse(RouteData.Values["id"] as string, CultureInfo.InvariantCulture, out var id))
            return Place.Nowhere;
        (var place, mayChange) = await ColumnPlace.OfAsync(shelf, Me, id, cancel);
        if (place.Kind is PlaceKind.Nowhere)
            return place;
        Current = await shelf.FindAsync(id, cancel);
        PublicationId = place.PublicationId;
        return place;
    }

    public IActionResult OnGet()
    {
        (Form, Seen) = (ColumnForms.Of(Current.Content), Current.Number);
        return mayChange ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(int seen)
    {
        (Form, Seen) = (Typed(), seen);
        if (!mayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        var isDone = await ActAsync(
            "column.edit",
            Subject,
            PublicationId,
            async () =>
            {
                var revision = await editing.ReviseAsync(Current.ColumnId, seen, Form, Me.Name, Cancel);
                return string.Create(CultureInfo.InvariantCulture, $"revision {revision.Number}");
            },
            string.Create(CultureInfo.InvariantCulture, $"revision {Current.Number}")
        );
        return isDone
            ? Go(string.Create(CultureInfo.InvariantCulture, $"/desk/columns/{Current.ColumnId}"), Words.Saved)
            : Page();
    }

    public Task<IActionResult> OnPostPictureAsync(int seen, IFormFile? picture, string? alt)
    {
        (Form, Seen) = (Typed(), seen);
        return mayChange
            ? UploadAsync(uploads, picture, alt)
            : Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));
    }

    private protected override string Subject =>
        string.Create(CultureInfo.InvariantCulture, $"column {Current.ColumnId}");
}
