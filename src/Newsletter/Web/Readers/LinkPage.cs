using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>
/// A page behind a reader's link. The body of a request is never read: RFC 8058 wants one pair in it, mail providers
/// send it in several forms, and each means the same.
/// </summary>
internal abstract class LinkPage(ReaderLinks links, TimeProvider clock) : ReaderPage
{
    public Leaving Leaving { get; protected set; }

    /// <summary>Null where the subscription is not known any more.</summary>
    public string? PublicationTitle { get; private set; }

    /// <summary>Where the page's forms post to, from the address at which it stands; empty for that address.</summary>
    public abstract string LeaveAt { get; }

    public abstract string UndoAt { get; }

    /// <summary>Shows one form with one button and changes nothing: link scanners of mail providers follow links.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync(HttpContext.RequestAborted);
        return Answer();
    }

    public override string Title =>
        Leaving switch
        {
            Leaving.Asked => Words.LeaveTitle,
            Leaving.Left or Leaving.LeftForGood or Leaving.Gone => Words.LeftTitle,
            Leaving.Back => Words.BackTitle,
            Leaving.TooLate => Words.TooLateTitle,
            _ => Words.BrokenTitle,
        };

    public string Text => string.Format(CultureInfo.InvariantCulture, Sentence, PublicationTitle);

    private string Sentence =>
        Leaving switch
        {
            Leaving.Asked => Words.LeaveQuestion,
            Leaving.Left or Leaving.LeftForGood => Words.LeftText,
            Leaving.Gone => Words.GoneText,
            Leaving.Back => Words.BackText,
            Leaving.TooLate => Words.TooLateText,
            _ => Words.BrokenText,
        };

    /// <summary>The subscription behind the link; null, and the page says so, where there is none.</summary>
    protected async Task<LinkTarget.Found?> FindAsync(CancellationToken cancel)
    {
        KeepPrivate();
        // Not bound as a parameter: binding would read the body for one more token.
        var token = RouteData.Values["token"] as string;
        var target = await links.FindAsync(token, LinkPurpose.Unsubscribe, cancel);
        if (target is not LinkTarget.Found found)
        {
            Leaving = target is LinkTarget.Gone ? Leaving.Gone : Leaving.Broken;
            return null;
        }

        Speak(found.Language);
        PublicationTitle = found.PublicationTitle;
        Leaving = found.State switch
        {
            SubscriptionState.Unsubscribed when clock.GetUtcNow() - found.ChangedAt <= Unsubscribing.UndoFor =>
                Leaving.Left,
            SubscriptionState.Unsubscribed or SubscriptionState.Complained => Leaving.LeftForGood,
            _ => Leaving.Asked,
        };
        return found;
    }

    protected bool IsTooLarge => Request.ContentLength > LargestBody;

    protected IActionResult Answer()
    {
        var page = Page();
        page.StatusCode = Leaving is Leaving.Broken ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }
}
