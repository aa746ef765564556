using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Newsletter.Addresses;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>Where anybody subscribes to a publication: from this page, or from a form on another site.</summary>
internal sealed class SignUpModel(SignUpOffers offers, SignUp signUp, ShownForms forms, IOptions<SiteOptions> site)
    : ReaderPage
{
    /// <summary>Null while nothing was sent.</summary>
    public SignUpAnswer? Answer { get; private set; }

    public SignUpOffer Offer { get; private set; } = null!;

    public SignUpFields Fields { get; private set; } = SignUpFields.Empty;

    /// <summary>The address that was probably meant.</summary>
    public string? Suggested { get; private set; }

    /// <summary>When the form is shown, for the form.</summary>
    public string Shown { get; private set; } = "";

    public override string Title =>
        Said(
            Answer switch
            {
                SignUpAnswer.CheckYourMail => Words.SignUp.CheckTitle,
                SignUpAnswer.Closed => Words.SignUp.ClosedTitle,
                SignUpAnswer.Slip => Words.SignUp.SlipTitle,
                _ => Words.SignUp.Title,
            },
            Offer.Title
        );

    /// <summary>What stands above the form; null where nothing is wrong.</summary>
    public string? Notice =>
        Answer is { } answer ? SignUpSentences.Of(answer, Words.SignUp, Offer, Fields.Email) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
            return NotFound();
        if (!Offer.IsOpen)
            Answer = SignUpAnswer.Closed;
        Shown = await forms.TokenAsync(HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Never a redirect: the answer is the page, and what was typed is never lost.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return NotFound();
        if (await PostedForm.ReadOrNullAsync(Request, HttpContext.RequestAborted) is not { } form)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        Fields = SignUpFields.Of(form);
        var result = await signUp.AskAsync(Offer, Fields.Form(OriginOf(Fields)), HttpContext.RequestAborted);
        (Answer, Suggested) = (result.Answer, result.Suggested?.Value);
        Shown = await forms.AgainAsync(Fields.Shown, HttpContext.RequestAborted);
        var page = Page();
        page.StatusCode = SignUpSentences.StatusOf(result.Answer);
        return page;
    }

    public static string Said(string sentence, string? what) =>
        string.Format(CultureInfo.InvariantCulture, sentence, what);

    private FormOrigin OriginOf(SignUpFields fields) =>
        fields.IsEmbedded
            ? new FormOrigin("embedded", RefererOrNull(), Address)
            : new FormOrigin("page", SiteOptions.SignUp(site.Value.Root, Offer.Slug), Address);

    private IPAddress? Address => HttpContext.Connection.RemoteIpAddress;

    // Without the query, which may say who it was.
    private string? RefererOrNull() =>
        Request.GetTypedHeaders().Referer is { IsAbsoluteUri: true, Scheme: "http" or "https" } referer
            ? referer.GetLeftPart(UriPartial.Path)
            : null;

    private async Task<bool> FindAsync()
    {
        // It says when it was shown, and after sending what was typed; to be found in a search does it no harm.
        Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (await offers.OrNullAsync(RouteData.Values["slug"] as string, HttpContext.RequestAborted) is not { } offer)
            return false;
        Offer = offer;
        Speak(offer.Language);
        Dress(offer.Theme, offer.Title);
        return true;
    }
}
