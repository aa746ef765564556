using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader leaves all that they receive.</summary>
internal sealed class LeaveAllModel(
    ReaderLinks links,
    OtherSubscriptions others,
    Unsubscribing unsubscribing,
    TimeProvider clock
) : LinkPage(links, others, clock)
{
    protected override bool IsNested => true;

    public Task<IActionResult> OnPostAsync() =>
        ActAsync(async found =>
        {
            var left = await unsubscribing.LeaveAllAsync(
                found.SubscriptionId,
                From("").Network,
                CancellationToken.None
            );
            IsFromAll = true;
            Leaving =
                left is null ? Leaving.Gone
                : Leaving is Leaving.LeftForGood && left == 0 ? Leaving.LeftForGood
                : Leaving.Left;
        });
}
