using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>A small form to copy into a page of another site: HTML alone, and what it posts is answered by ours.</summary>
internal sealed class EmbedFormModel(SignUpOffers offers, IOptions<SiteOptions> site, HtmlEncoder encoder) : ReaderPage
{
    public SignUpOffer Offer { get; private set; } = null!;

    public override string Title =>
        string.Format(
            CultureInfo.InvariantCulture,
            Offer.IsOpen ? Words.SignUp.EmbedTitle : Words.SignUp.ClosedTitle,
            Offer.Title
        );

    public string Closed => string.Format(CultureInfo.InvariantCulture, Words.SignUp.Closed, Offer.Title);

    /// <summary>What is to be copied. It says when it was shown to nobody, so it names the sentence that it shows.</summary>
    public string Html
    {
        get
        {
            var words = Words.SignUp;
            return $"""
                <form method="post" action="{Text(
                    SiteOptions.SignUp(site.Value.Root, Offer.Slug)
                )}" accept-charset="utf-8" lang="{Words.Language}">
                  <p><label>{Text(
                    words.Email
                )} <input type="email" name="{SignUpFields.EmailField}" autocomplete="email" maxlength="254" required></label></p>
                  <p><label>{Text(
                    words.Name
                )} <input name="{SignUpFields.NameField}" autocomplete="name" maxlength="200"></label></p>
                  <p hidden><label>{Text(
                    words.Trap
                )} <input name="{SignUpFields.TrapField}" tabindex="-1" autocomplete="off"></label></p>
                  <p>{Text(words.Agreement)} {Text(Offer.Sentence)}</p>
                  <input type="hidden" name="{SignUpFields.FormField}" value="{SignUpFields.Embedded}">
                  <input type="hidden" name="{SignUpFields.SeenField}" value="{Offer.SentenceMark}">
                  <button>{Text(words.Button)}</button>
                </form>
                """;
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await offers.OrNullAsync(RouteData.Values["slug"] as string, HttpContext.RequestAborted) is not { } offer)
            return NotFound();
        Offer = offer;
        Speak(offer.Language);
        Dress(offer.Theme, offer.Title);
        return Page();
    }

    private string Text(string text) => encoder.Encode(text);
}
