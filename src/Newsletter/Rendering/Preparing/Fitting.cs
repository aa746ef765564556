namespace Newsletter.Rendering.Preparing;

/// <summary>
/// Shortens an issue until it fits: the later columns become excerpts, as few as it takes, and the lead is cut
/// last. Each step renders the whole, so the size is the real one.
/// </summary>
internal static class Fitting
{
    private const int ExcerptLength = 600;
    private const int ShortExcerptLength = 200;

    public static (PreparedIssue Issue, string Html) Find(
        PreparedIssue whole,
        Func<PreparedIssue, string> render,
        Func<string, bool> fits
    )
    {
        if (Try(whole, render, fits) is { } full)
            return full;
        foreach (var excerpt in (int[])[ExcerptLength, ShortExcerptLength, 0])
        {
            var found = Most(
                whole.Columns.Count - 1,
                uncut => Try(Cut(whole, uncut, excerpt, leadLength: null), render, fits)
            );
            found ??= Most(
                ExcerptRoom.Of(whole.Columns[0].Blocks),
                leadLength => Try(Cut(whole, 1, excerpt, leadLength), render, fits)
            );
            if (found is not null)
                return found.Value;
        }
        throw new Refusal(
            whole.Columns.Count == 1
                ? $"The title, standfirst and byline of the column that issue {whole.Number} carries are longer than mail clients show, without a word of its text. Shorten them."
                : $"Issue {whole.Number} carries {whole.Columns.Count} columns; even their titles alone are longer than mail clients show. Carry fewer."
        );
    }

    private static (PreparedIssue, string)? Try(
        PreparedIssue issue,
        Func<PreparedIssue, string> render,
        Func<string, bool> fits
    )
    {
        var html = render(issue);
        return fits(html) ? (issue, html) : null;
    }

    /// <param name="uncut">How many columns from the first stay whole; the lead is always among them.</param>
    /// <param name="leadLength">Where the lead is cut; null to leave it whole.</param>
    private static PreparedIssue Cut(PreparedIssue whole, int uncut, int excerpt, int? leadLength) =>
        whole with
        {
            Columns =
            [
                .. whole.Columns.Select(
                    (column, place) =>
                        place == 0 ? (leadLength is { } length ? Excerpt.Of(column, length) : column)
                        : place < uncut ? column
                        : Excerpt.AtMost(column, excerpt)
                ),
            ],
        };

    /// <summary>The greatest number from 0 on that fits, by halving; null where none does.</summary>
    private static (PreparedIssue, string)? Most(int greatest, Func<int, (PreparedIssue, string)?> attempt)
    {
        (PreparedIssue, string)? best = null;
        var (low, high) = (0, greatest);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            if (attempt(middle) is { } found)
                (best, low) = (found, middle + 1);
            else
                high = middle - 1;
        }
        return best;
    }
}
