using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader leaves: by the button of this page, or by the button that a mail program shows (RFC 8058).</summary>
internal sealed class UnsubscribeModel(
    ReaderLinks links,
    OtherSubscriptions others,
    Unsubscribing unsubscribing,
    TimeProvider clock
) : LinkPage(links, others, clock)
{
    // The page's own form says so in the address, since no body is read.
    private const string FromPage = "page";

    protected override bool IsNested => false;

    /// <summary>In force, and on disk, before the answer; never a redirect, and no cookie. Repeating it changes nothing.</summary>
    public Task<IActionResult> OnPostAsync() =>
        ActAsync(async found =>
        {
            var isPage = Request.Query["from"] == FromPage;
            var how = isPage ? "unsubscribe page" : "one-click unsubscribe (RFC 8058)";
            var isThere = await unsubscribing.LeaveAsync(found.SubscriptionId, From(how));
            Leaving =
                !isThere ? Leaving.Gone
                : Leaving is Leaving.LeftForGood ? Leaving.LeftForGood
                : Leaving.Left;
            // A mail program shows its reader nothing of the answer.
            if (isPage)
                await FindOthersAsync(found);
        });
}
