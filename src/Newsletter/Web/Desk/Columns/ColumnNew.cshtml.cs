using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns.Editing;
using Newsletter.Publications;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Where a column is written that has no source but the desk.</summary>
[Needs(StaffRole.Editor)]
[RequestSizeLimit(PictureUploads.MostBytes + 4_000_000)]
internal sealed class ColumnNewModel(PublicationRegister register, ColumnEditing editing, PictureUploads uploads)
    : ColumnFormPage
{
    public override string Title => Words.New;

    public IReadOnlyList<Publication> Publications { get; private set; } = [];

    public string? Chosen { get; private set; }

    private protected override string Subject => "column new";

    public Task OnGetAsync(string? publication) => ChooseAsync(publication);

    public async Task<IActionResult> OnPostAsync(string? publication)
    {
        Form = Typed();
        if (!await ChooseAsync(publication))
            return StatusCode(StatusCodes.Status403Forbidden);
        var id = 0;
        var isDone = await ActAsync(
            "column.add",
            $"publication {publication}",
            PublicationId,
            async () =>
            {
                id = (await editing.AddAsync(publication!, Form, Cancel)).Column.Id;
                return string.Create(CultureInfo.InvariantCulture, $"column {id}");
            }
        );
        return isDone ? Go(string.Create(CultureInfo.InvariantCulture, $"/desk/columns/{id}"), Words.Saved) : Page();
    }

    public async Task<IActionResult> OnPostPictureAsync(string? publication, IFormFile? picture, string? alt)
    {
        Form = Typed();
        return await ChooseAsync(publication)
            ? await UploadAsync(uploads, picture, alt)
            : StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <returns>Whether that publication is theirs.</returns>
    private async Task<bool> ChooseAsync(string? slug)
    {
        Publications = [.. (await register.ListAsync(Cancel)).Where(one => Me.Is(StaffRole.Editor, one.Id))];
        var found = Publications.FirstOrDefault(one => one.Slug == slug);
        (Chosen, PublicationId) = (found?.Slug, found?.Id);
        return found is not null;
    }
}
