using Microsoft.AspNetCore.Mvc;
using Newsletter.Review;
using Newsletter.Web.Readers;

namespace Newsletter.Web.Preview;

/// <summary>What the pages of a preview have in common: the link they stand under, and the view that was chosen.</summary>
internal abstract class PreviewPage(PreviewLinks links, Review.Preview preview) : ReaderPage
{
    private string? fault;

    /// <summary>How it is to be shown; each is off where the address does not name it.</summary>
    [BindProperty(SupportsGet = true, Name = "dark")]
    public bool Dark { get; set; }

    [BindProperty(SupportsGet = true, Name = "noPictures")]
    public bool NoPictures { get; set; }

    [BindProperty(SupportsGet = true, Name = "noStyles")]
    public bool NoStyles { get; set; }

    [BindProperty(SupportsGet = true, Name = "text")]
    public bool AsText { get; set; }

    /// <summary>The answer where there is nothing to show: no such link, or what the template has wrong.</summary>
    protected IActionResult Nothing =>
        fault is null
            ? NotFound()
            : new ContentResult
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
                ContentType = "text/plain; charset=utf-8",
                Content = fault,
            };

    /// <returns>The mail as the reader of the link receives it; null where the link leads nowhere.</returns>
    protected async Task<PreviewedMessage?> FindAsync(string token)
    {
        KeepPrivate();
        try
        {
            return await links.FindAsync(token, HttpContext.RequestAborted) is { } looked
                ? await preview.OfAsync(looked, HttpContext.RequestAborted)
                : null;
        }
        catch (Refusal refusal)
        {
            fault = refusal.Message;
            return null;
        }
    }
}
