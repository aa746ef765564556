using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader who has left says why, if they care to.</summary>
internal sealed class WhyModel(ReaderLinks links, OtherSubscriptions others, LeavingReasons reasons, TimeProvider clock)
    : LinkPage(links, others, clock)
{
    protected override bool IsNested => true;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(HttpContext.RequestAborted) is not { } found)
            return Answer();
        if (await PostedForm.ReadOrNullAsync(Request, HttpContext.RequestAborted) is not { } said)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        IsThanked = await reasons.SayAsync(
            found.SubscriptionId,
            said.Text("reason"),
            said.Text("words"),
            HttpContext.RequestAborted
        );
        await FindOthersAsync(found);
        return Answer();
    }
}
