using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>
/// A page behind a reader's link to leave. The body of a request that leaves is never read: RFC 8058 wants one pair in
/// it, mail providers send it in several forms, and each means the same.
/// </summary>
internal abstract class LinkPage(ReaderLinks links, OtherSubscriptions others, TimeProvider clock) : ReaderPage
{
    public Leaving Leaving { get; protected set; }

    /// <summary>Null where the subscription is not known any more.</summary>
    public string? PublicationTitle { get; private set; }

    /// <summary>What else this reader receives, once they have left or come back.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>They left everything with one button.</summary>
    public bool IsFromAll { get; protected set; }

    /// <summary>They said why.</summary>
    public bool IsThanked { get; protected set; }

    public LeavingWords LeavingWords => LeavingWords.In(Words);

    // Where the page's forms and links lead, from the address at which it stands.
    public string LeaveAt => Link("", $"../{Token}", "from=page");

    public string UndoAt => Link("undo", "undo", IsFromAll ? "all" : null);

    public string LeaveAllAt => Link("all", "all", null);

    public string WhyAt => Link("why", "why", null);

    public string ChooseAt => $"{(IsNested ? "../../" : "../")}preferences/{Token}";

    /// <summary>Shows one form with one button and changes nothing: link scanners of mail providers follow links.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync(HttpContext.RequestAborted) is { } found && Leaving is not Leaving.Asked)
            await FindOthersAsync(found);
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

    public string Text =>
        IsFromAll && Leaving is Leaving.Left or Leaving.LeftForGood
            ? LeavingWords.LeftAllText
            : string.Format(CultureInfo.InvariantCulture, Sentence, PublicationTitle);

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

    /// <summary>Whether the page stands one step below that of the link.</summary>
    protected abstract bool IsNested { get; }

    /// <summary>How the visitor says something, with the network that they say it from.</summary>
    protected Origin From(string how) => new(how, Network.OrNull(HttpContext.Connection.RemoteIpAddress));

    // Not bound as a parameter: binding would read the body for one more token.
    private string? Token => RouteData.Values["token"] as string;

    /// <summary>The subscription behind the link; null, and the page says so, where there is none.</summary>
    protected async Task<LinkTarget.Found?> FindAsync(CancellationToken cancel)
    {
        KeepPrivate();
        var target = await links.FindAsync(Token, LinkPurpose.Unsubscribe, cancel);
        if (target is not LinkTarget.Found found)
        {
            Leaving = target is LinkTarget.Gone ? Leaving.Gone : Leaving.Broken;
            return null;
        }

        Speak(found.Language);
        Dress(found.Theme, found.PublicationTitle);
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

    protected async Task FindOthersAsync(LinkTarget.Found found) =>
        Others = await others.TitlesAsync(found.SubscriptionId, HttpContext.RequestAborted);

    /// <summary>
    /// Does what the page's button says, where the link is good. Whoever hangs up meant it all the same: no token of
    /// the request here.
    /// </summary>
    /// <param name="act">What is done, and what the page then says of it.</param>
    protected async Task<IActionResult> ActAsync(Func<LinkTarget.Found, Task> act)
    {
        if (Request.ContentLength > LargestBody)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await FindAsync(CancellationToken.None) is { } found)
            await act(found);
        return Answer();
    }

    protected IActionResult Answer()
    {
        var page = Page();
        page.StatusCode = Leaving is Leaving.Broken ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }

    private string Link(string below, string beside, string? query)
    {
        var path =
            IsNested ? beside
            : below.Length == 0 ? ""
            : $"{Token}/{below}";
        return query is null ? path : $"{path}?{query}";
    }
}
