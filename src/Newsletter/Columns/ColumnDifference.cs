namespace Newsletter.Columns;

/// <summary>Says in a few words what differs between two revisions: cleaned blocks are compared, never raw HTML.</summary>
internal static class ColumnDifference
{
    private const int Quoted = 80;

    /// <summary>A clause without full stop.</summary>
    public static string Between(ColumnDraft before, ColumnDraft after)
    {
        var parts = new List<string>();
        Add(parts, "the title", before.Title, after.Title);
        Add(parts, "the standfirst", BlockText.Of(before.Standfirst), BlockText.Of(after.Standfirst));
        Add(parts, "the authors", Names(before), Names(after));
        Add(parts, "the language", before.Language ?? "unknown", after.Language ?? "unknown");
        if (Text(before.Blocks, after.Blocks) is { } text)
            parts.Add(text);
        return parts.Count == 0 ? "its marks or links differ, and no word does" : string.Join("; ", parts);
    }

    private static void Add(List<string> parts, string what, string before, string after)
    {
        if (before != after)
            parts.Add($"{what} {Quote(before)} is now {Quote(after)}");
    }

    private static string? Text(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        var (old, now) = (Texts(before), Texts(after));
        var (gone, come) = (Without(old, now), Without(now, old));
        return (gone, come) switch
        {
            ([], []) => old.SequenceEqual(now) ? null : "its blocks stand in another order",
            ([], [var first, ..]) => $"{come.Count} block(s) came, the first of them {Quote(first)}",
            ([var first, ..], []) => $"{gone.Count} block(s) went, the first of them {Quote(first)}",
            ([var was, ..], [var became, ..]) =>
                $"{Math.Max(gone.Count, come.Count)} block(s) differ, at first {QuoteWhere(was, became)} is now {QuoteWhere(became, was)}",
            _ => null,
        };
    }

    private static List<string> Texts(IReadOnlyList<Block> blocks) => [.. blocks.Select(BlockText.Of)];

    /// <summary>Those that are not among others, each counted as often as it stands there.</summary>
    private static List<string> Without(List<string> texts, List<string> others)
    {
        var left = others.CountBy(text => text).ToDictionary(pair => pair.Key, pair => pair.Value);
        return
        [
            .. texts.Where(text =>
            {
                var there = left.GetValueOrDefault(text);
                left[text] = there - 1;
                return there <= 0;
            }),
        ];
    }

    private static string Names(ColumnDraft draft) =>
        string.Join(
            ", ",
            draft.Authors.Select(author => author.Role is null ? author.Name : $"{author.Name} ({author.Role})")
        );

    /// <summary>The words around the place where a text begins to differ from another.</summary>
    private static string QuoteWhere(string text, string other)
    {
        var same = text.AsSpan().CommonPrefixLength(other);
        var start = same <= Quoted / 2 ? 0 : text.LastIndexOf(' ', Math.Min(same, text.Length - 1) - (Quoted / 4)) + 1;
        return $"{(start > 0 ? "…" : "")}{Quote(text[start..])}";
    }

    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var end = line.Length > Quoted && char.IsHighSurrogate(line[Quoted - 1]) ? Quoted - 1 : Quoted;
        return line.Length <= Quoted ? $"\"{line}\"" : $"\"{line[..end]}…\"";
    }
}
