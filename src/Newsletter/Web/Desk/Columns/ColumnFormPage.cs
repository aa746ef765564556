using Microsoft.AspNetCore.Mvc;
using Newsletter.Columns.Editing;

namespace Newsletter.Web.Desk;

/// <summary>What a page with the form of a column has, whether the column is new or not.</summary>
internal abstract class ColumnFormPage : DeskPage
{
    public ColumnTextWords Words => ColumnTextWords.In(Language);

    public override string Part => DeskNavigation.Columns;

    public ColumnForm Form { get; protected set; } = ColumnForm.Empty;

    /// <summary>What was done beside saving; null where nothing was.</summary>
    public string? Done { get; private set; }

    protected int? PublicationId { get; set; }

    private protected abstract string Subject { get; }

    /// <summary>The form as it was sent: nothing that was typed is lost where something is refused.</summary>
    protected ColumnForm Typed()
    {
        return new ColumnForm(
            Field("title"),
            Field("standfirst"),
            Field("authors"),
            Field("language"),
            Field("date"),
            Field("address"),
            Field("body")
        );

        string Field(string name) => Request.Form[name].ToString();
    }

    /// <summary>Takes a picture in, and names it at the end of the text.</summary>
    protected async Task<IActionResult> UploadAsync(PictureUploads uploads, IFormFile? picture, string? alt)
    {
        await ActAsync(
            "picture.upload",
            Subject,
            PublicationId,
            async () =>
            {
                if (picture is not { Length: > 0 and <= PictureUploads.MostBytes })
                    throw new Refusal(Words.NoPicture);
                if (string.IsNullOrWhiteSpace(alt))
                    throw new Refusal(Words.AltWanted);
                using var bytes = new MemoryStream((int)picture.Length);
                await picture.CopyToAsync(bytes, Cancel);
                var address = await uploads.TakeAsync(bytes.ToArray(), Cancel);
                Form = Form with { Body = $"{Form.Body.TrimEnd()}\n\n{ColumnForms.FigureLine(address, alt.Trim())}\n" };
                Done = Words.Uploaded;
                return address;
            }
        );
        return Page();
    }
}
