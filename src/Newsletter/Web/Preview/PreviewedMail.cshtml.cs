using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;
using Newsletter.Review;

namespace Newsletter.Web.Preview;

/// <summary>The mail itself, within the frame of a preview.</summary>
[SecurityHeadersPolicy(WebHeaders.FramedIssue)]
internal sealed class PreviewedMailModel(PreviewLinks links, Review.Preview preview) : PreviewPage(links, preview)
{
    // The mail brings its own.
    public override string Title => "";

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (await FindAsync(token) is not { } message)
            return Nothing;
        return AsText
            ? Content(message.Text, "text/plain; charset=utf-8")
            : Content(new MailView(Dark, NoPictures, NoStyles).Of(message.Html), "text/html; charset=utf-8");
    }
}
