using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>The program stops an issue, by the same guarded update for every reason.</summary>
internal static class IssueUpdates
{
    /// <param name="issues">Those to hold, all in the state that they are held in.</param>
    /// <param name="from">That state, to go back to.</param>
    /// <param name="because">For whoever looks.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task<int> HoldAsync(
        this IQueryable<Issue> issues,
        IssueState from,
        string because,
        CancellationToken cancel
    ) =>
        issues.ExecuteUpdateAsync(
            set =>
                set.SetProperty(i => i.State, IssueState.Held)
                    .SetProperty(i => i.StoppedFrom, from)
                    .SetProperty(i => i.HeldBecause, because)
                    .SetProperty(i => i.Holds, i => i.Holds + 1),
            cancel
        );
}
