using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader has a link to their own data mailed to themselves: never shown to whoever has the page.</summary>
internal sealed class AskOwnRecordModel(ReaderLinks links, OwnRequests requests) : ReaderPage
{
    private bool isBroken;

    public PreferenceWords Say => PreferenceWords.In(Words);

    /// <summary>Whether the page asks, and not answers.</summary>
    public bool IsAsked { get; private set; }

    public override string Title => isBroken ? Words.BrokenTitle : Say.OwnTitle;

    public string Text { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        IsAsked = await FindAsync(HttpContext.RequestAborted) is not null;
        return Answer(Say.OwnText);
    }

    /// <summary>The same answer whether a mail goes or one went lately.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(HttpContext.RequestAborted) is { } id)
            await requests.AskDataAsync(id, CancellationToken.None);
        return Answer(Say.OwnMailed);
    }

    private async Task<long?> FindAsync(CancellationToken cancel)
    {
        KeepPrivate();
        var target = await links.OfReaderAsync(RouteData.Values["token"] as string, cancel);
        isBroken = target is LinkTarget.Broken;
        if (target is not LinkTarget.Found found)
            return null;
        Speak(found.Language);
        Dress(found.Theme, found.PublicationTitle);
        return found.SubscriptionId;
    }

    private IActionResult Answer(string text)
    {
        Text = isBroken ? Words.BrokenText : text;
        var page = Page();
        page.StatusCode = isBroken ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return page;
    }
}
