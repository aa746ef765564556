using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader who has just left takes it back; with "?all" also what they left together with it.</summary>
internal sealed class UndoModel(
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
            var isBack = await unsubscribing.UndoAsync(
                found.SubscriptionId,
                From("undo on the unsubscribe page"),
                CancellationToken.None,
                all: Request.Query.ContainsKey("all")
            );
            Leaving = isBack ? Leaving.Back : Leaving.TooLate;
            if (isBack)
                await FindOthersAsync(found);
        });
}
