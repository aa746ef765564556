using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using NetEscapades.AspNetCore.SecurityHeaders;
using Newsletter.Records;

namespace Newsletter.Web.Readers;

/// <summary>An issue in a browser: the approved bytes, the same for all, with defaults in place of a reader's values.</summary>
[SecurityHeadersPolicy(WebHeaders.Issue)]
internal sealed class ViewIssueModel(PublicIssues issues) : ReaderPage
{
    // The issue brings its own.
    public override string Title => "";

    public async Task<IActionResult> OnGetAsync(string slug, int number)
    {
        if (await issues.HtmlOrNullAsync(slug, number, HttpContext.RequestAborted) is not { } html)
            return NotFound();
        // An erratum corrects the page; nobody should see the error for long.
        Response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
        return Content(html, "text/html; charset=utf-8");
    }
}
