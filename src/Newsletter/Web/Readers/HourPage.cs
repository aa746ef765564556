using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>A page behind a link that was mailed at a reader's wish and counts for an hour.</summary>
internal abstract class HourPage(RequestLinks links) : ReaderPage
{
    private RequestTarget target = new RequestTarget.Broken();

    public OwnDataWords Say => OwnDataWords.In(Words);

    /// <summary>The page's own name, where the link is good.</summary>
    protected abstract string OwnTitle { get; }

    public override string Title =>
        target switch
        {
            RequestTarget.Broken => Words.BrokenTitle,
            RequestTarget.Gone => Say.GoneTitle,
            RequestTarget.Over => Say.OverTitle,
            _ => OwnTitle,
        };

    /// <summary>Why the link opens nothing; null where it does.</summary>
    public string? Closed =>
        target switch
        {
            RequestTarget.Broken => Words.BrokenText,
            RequestTarget.Gone => Words.GoneText,
            RequestTarget.Over => Say.OverText,
            _ => null,
        };

    protected abstract LinkPurpose Purpose { get; }

    /// <summary>Null, and the page says why, where the link is no good (any more).</summary>
    protected async Task<RequestTarget.Found?> FindAsync(CancellationToken cancel)
    {
        KeepPrivate();
        target = await links.FindAsync(RouteData.Values["token"] as string, Purpose, cancel);
        if (target is RequestTarget.Over over)
            Speak(over.Language);
        if (target is not RequestTarget.Found found)
            return null;
        Speak(found.Language);
        return found;
    }

    protected void SayGone() => target = new RequestTarget.Gone();

    protected IActionResult Answer()
    {
        var page = Page();
        page.StatusCode = target switch
        {
            RequestTarget.Broken => StatusCodes.Status404NotFound,
            // RFC 9110 section 15.5.11.
            RequestTarget.Over => StatusCodes.Status410Gone,
            _ => StatusCodes.Status200OK,
        };
        return page;
    }
}
