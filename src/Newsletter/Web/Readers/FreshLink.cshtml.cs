using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Addresses;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader whose link is lost or broken has the links mailed again. It says nothing about who is a reader.</summary>
internal sealed class FreshLinkModel(FreshLinks links) : ReaderPage
{
    /// <summary>Null while nothing was sent.</summary>
    public SignUpAnswer? Answer { get; private set; }

    public string Email { get; private set; } = "";

    public override string Title => Words.SignUp.FreshTitle;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        KeepPrivate();
        if (await PostedForm.ReadOrNullAsync(Request, HttpContext.RequestAborted) is not { } form)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        var fields = SignUpFields.Of(form);
        Email = fields.Email;
        var network = Network.OrNull(HttpContext.Connection.RemoteIpAddress);
        Answer =
            fields.Trap.Length > 0
                ? SignUpAnswer.NotByHand
                : await links.AskAsync(Email, network, HttpContext.RequestAborted);
        var page = Page();
        page.StatusCode = SignUpSentences.StatusOf(Answer.Value);
        return page;
    }

    public string Sentence =>
        Answer switch
        {
            SignUpAnswer.CheckYourMail => Said(Words.SignUp.FreshSent),
            SignUpAnswer.NoAddress => Said(Words.SignUp.NoAddress),
            SignUpAnswer.TooMany => Words.SignUp.TooMany,
            SignUpAnswer.NotByHand => Words.SignUp.NotByHand,
            _ => Words.SignUp.FreshText,
        };

    private string Said(string sentence) =>
        string.Format(CultureInfo.InvariantCulture, sentence, OneLine.Shortened(OneLine.Cleaned(Email), 80));
}
