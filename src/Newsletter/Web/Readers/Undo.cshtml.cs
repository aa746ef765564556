using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader who has just left takes it back.</summary>
internal sealed class UndoModel(ReaderLinks links, Unsubscribing unsubscribing, TimeProvider clock)
    : LinkPage(links, clock)
{
    public override string LeaveAt => $"../{RouteData.Values["token"]}?from=page";

    public override string UndoAt => "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsTooLarge)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await FindAsync(CancellationToken.None) is not { } found)
            return Answer();
        var isBack = await unsubscribing.UndoAsync(
            found.SubscriptionId,
            "undo on the unsubscribe page",
            CancellationToken.None
        );
        Leaving = isBack ? Leaving.Back : Leaving.TooLate;
        return Answer();
    }
}
