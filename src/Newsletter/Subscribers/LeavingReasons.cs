using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>Takes down why readers left, from those who care to say so on the page that follows.</summary>
internal sealed class LeavingReasons(WriteLane lane, TimeProvider clock)
{
    private const int LongestWords = 1000;

    /// <summary>What the page offers, by name; the last is whatever the others are not.</summary>
    public static IReadOnlyList<string> Choices { get; } =
    ["too-many", "not-relevant", "never-asked", "hard-to-read", "elsewhere", "other"];

    /// <summary>Whoever says it again means the later. Nothing is taken from one who has not left.</summary>
    /// <param name="reason">One of <see cref="Choices"/>; anything else counts as the last where there are words.</param>
    /// <returns>Whether it was taken down.</returns>
    public Task<bool> SayAsync(long subscriptionId, string? reason, string? words, CancellationToken cancel)
    {
        var own = WordsOrNull(words);
        var choice = Choices.Contains(reason) ? reason : null;
        if (choice is null && own is null)
            return Task.FromResult(false);
        return lane.WriteAsync(
            async db =>
            {
                var left = await db.Subscriptions.SingleOrDefaultAsync(
                    s => s.Id == subscriptionId && s.State == SubscriptionState.Unsubscribed,
                    cancel
                );
                if (left is null)
                    return false;
                await db
                    .LeavingReasons.Where(r => r.SubscriptionId == left.Id && r.At >= left.ChangedAt)
                    .ExecuteDeleteAsync(cancel);
                db.LeavingReasons.Add(new LeavingReason(left, choice ?? Choices[^1], own, clock.GetUtcNow()));
                return true;
            },
            cancel
        );
    }

    private static string? WordsOrNull(string? words)
    {
        var clean = string.IsNullOrWhiteSpace(words) ? "" : OneLine.Cleaned(words);
        return clean.Length == 0 ? null : OneLine.Shortened(clean, LongestWords);
    }
}
