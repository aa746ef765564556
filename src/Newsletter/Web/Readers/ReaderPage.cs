using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Newsletter.Publications;

namespace Newsletter.Web.Readers;

/// <summary>
/// A page for readers: no login, no cookie, no script. It asks for no token against forgery, since a reader's link is
/// itself the secret and mail providers post to it without ever having seen the page (RFC 8058 section 3.2).
/// </summary>
[IgnoreAntiforgeryToken]
internal abstract class ReaderPage : PageModel
{
    /// <summary>In bytes: many times what a mail provider posts.</summary>
    public const long LargestBody = 64 * 1024;

    /// <summary>In the visitor's language, until a page knows the publication's.</summary>
    public Words Words
    {
        get => field ??= Words.Accepted(Request);
        private set;
    }

    /// <summary>The heading, which is the name of the page too.</summary>
    public abstract string Title { get; }

    /// <summary>From this page to the start page, so that it holds under a path of a larger site too.</summary>
    public string ToRoot =>
        string.Concat(Enumerable.Repeat("../", Math.Max(0, Request.Path.Value!.Count(c => c == '/') - 1)));

    /// <summary>A method that a page has no answer to would show it as if nothing had been asked.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null)
            return;
        var methods = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
        // RFC 9110 section 15.5.6: the answer says what is allowed. HEAD is answered wherever GET is.
        Response.Headers.Allow = string.Join(", ", methods.Prepend(HttpMethods.Head).Order(StringComparer.Ordinal));
        context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>Whose page it is, as its mails look; null where it is no single publication's.</summary>
    public Theme? Theme { get; private set; }

    /// <summary>What the logo stands for.</summary>
    public string LogoText { get; private set; } = "";

    /// <summary>Puts the page into a publication's colours, under its logo.</summary>
    protected void Dress(Theme theme, string title) => (Theme, LogoText) = (theme, title);

    /// <summary>Goes over to a publication's language, where the pages have it.</summary>
    protected void Speak(string language) => Words = Words.InOrNull(language) ?? Words.Accepted(Request);

    /// <summary>What a reader's own page may not leave behind: in caches, or in search engines.</summary>
    protected void KeepPrivate()
    {
        Response.Headers[HeaderNames.CacheControl] = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
