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
        var said = await PostedForm.ReadAsync(Request, HttpContext.RequestAborted);
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
