using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader confirms a sign-up, by the button of this page: link scanners follow links and press nothing.</summary>
internal sealed class ConfirmModel(Confirming confirming, IOptions<SiteOptions> site) : ReaderPage
{
    public Confirmation Found { get; private set; } = Confirmation.Broken;

    public override string Title =>
        Found.State switch
        {
            ConfirmationState.Open => Words.SignUp.ConfirmTitle,
            ConfirmationState.Done => Words.SignUp.ConfirmedTitle,
            ConfirmationState.Over => Words.SignUp.OverTitle,
            _ => Words.BrokenTitle,
        };

    public async Task<IActionResult> OnGetAsync() =>
        Answer(await confirming.FindAsync(Token, HttpContext.RequestAborted));

    /// <summary>The body is not read: there is nothing in it. Repeating it changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.ContentLength > LargestBody)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        var from = new FormOrigin(
            "confirmation",
            // Not the reader's own link, which would be kept with the proof.
            SiteOptions.Confirm(site.Value.Root, "…"),
            HttpContext.Connection.RemoteIpAddress
        );
        // A reader who closes the window meant it all the same: no token of the request here.
        return Answer(await confirming.ConfirmAsync(Token, from, CancellationToken.None));
    }

    public string Said(string sentence) =>
        string.Format(CultureInfo.InvariantCulture, sentence, Found.PublicationTitle ?? Words.StartTitle);

    private string? Token => RouteData.Values["token"] as string;

    private PageResult Answer(Confirmation found)
    {
        KeepPrivate();
        Found = found;
        if (found.Language is { } language)
            Speak(language);
        if (found.Theme is { } theme)
            Dress(theme, found.PublicationTitle ?? "");
        var page = Page();
        page.StatusCode = found.State switch
        {
            ConfirmationState.Broken => StatusCodes.Status404NotFound,
            ConfirmationState.Over => StatusCodes.Status410Gone,
            _ => StatusCodes.Status200OK,
        };
        return page;
    }
}
