using System.Diagnostics.CodeAnalysis;

namespace Newsletter.Publications;

/// <summary>How long to wait after each refusal for now, and when to stop trying.</summary>
internal sealed class RetryPlan
{
    private readonly IReadOnlyList<TimeSpan> waits;
    private readonly bool repeats;
    private readonly TimeSpan giveUpAfter;

    private RetryPlan(IReadOnlyList<TimeSpan> waits, bool repeats, TimeSpan giveUpAfter) =>
        (this.waits, this.repeats, this.giveUpAfter) = (waits, repeats, giveUpAfter);

    /// <exception cref="FormatException">One of them is none; who set them was told so in a sentence before.</exception>
    public static RetryPlan Of(string retries, string giveUpAfter) =>
        TryParse(retries, Durations.Parse(giveUpAfter), out var plan)
            ? plan
            : throw new FormatException($"\"{retries}\" is no list of durations.");

    public static bool TryParse(string text, TimeSpan giveUpAfter, [NotNullWhen(true)] out RetryPlan? plan)
    {
        plan = null;
        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var goesOn = words.Count > 0 && words[^1] is "…" or "...";
        if (goesOn)
            words.RemoveAt(words.Count - 1);
        var parsed = new List<TimeSpan>();
        foreach (var word in words)
        {
            if (!Durations.TryParse(word, out var wait) || wait <= TimeSpan.Zero)
                return false;
            parsed.Add(wait);
        }

        if (parsed.Count == 0)
            return false;
        plan = new RetryPlan(parsed, goesOn, giveUpAfter);
        return true;
    }

    /// <summary>The same, but for what is given.</summary>
    /// <param name="retries">As <see cref="TryParse"/> reads it; null for these waits.</param>
    /// <param name="giveUp">A duration; null for this one.</param>
    public RetryPlan With(string? retries, string? giveUp)
    {
        var after = giveUp is null ? giveUpAfter : Durations.Parse(giveUp);
        return retries is not null && TryParse(retries, after, out var plan)
            ? plan
            : new RetryPlan(waits, repeats, after);
    }

    /// <summary>The wait after a connection broke twice under the same message: the relay, or the message, needs a rest.</summary>
    public TimeSpan First => waits[0];

    /// <summary>Null: given up.</summary>
    /// <param name="attempts">How many were used up, this one included; at least 1.</param>
    /// <param name="age">Since the first attempt.</param>
    /// <param name="messageId">Spreads the retries of a batch: up to a tenth is added, the same for the same message.</param>
    public TimeSpan? DelayAfter(int attempts, TimeSpan age, long messageId)
    {
        if (attempts > waits.Count && !repeats)
            return null;
        var wait = waits[Math.Min(attempts, waits.Count) - 1];
        var delay = wait + (wait * (Spread(messageId) / 10));
        return IsTooOld(age + delay) ? null : delay;
    }

    public bool IsTooOld(TimeSpan age) => age > giveUpAfter;

    // The fractional parts of multiples of the golden ratio are spread evenly.
    private static double Spread(long messageId) => messageId * 0.6180339887498949 % 1;
}
