namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>The words by which settings say what a shortcode stands for.</summary>
internal static class ShortcodeKindWords
{
    private static readonly (string Word, ShortcodeKind Kind)[] Words =
    [
        ("pull-quote", ShortcodeKind.PullQuote),
        ("quote", ShortcodeKind.Quotation),
        ("figure", ShortcodeKind.Figure),
        ("gallery", ShortcodeKind.Gallery),
        ("embed", ShortcodeKind.Embed),
        ("note", ShortcodeKind.Note),
        ("button", ShortcodeKind.Button),
        ("link", ShortcodeKind.Link),
        ("code", ShortcodeKind.Code),
        ("heading", ShortcodeKind.Heading),
        ("separator", ShortcodeKind.Separator),
        ("box", ShortcodeKind.Box),
        ("titled-box", ShortcodeKind.TitledBox),
        ("strong", ShortcodeKind.Strong),
        ("emphasis", ShortcodeKind.Emphasis),
        ("keep", ShortcodeKind.Dress),
        ("drop", ShortcodeKind.Drop),
    ];

    /// <summary>All of them, with commas between.</summary>
    public static string Listed { get; } = string.Join(", ", Words.Select(one => one.Word));

    /// <returns>Null where the word is none of them.</returns>
    public static ShortcodeKind? KindOf(string? word)
    {
        var asked = word?.Trim().Replace('_', '-');
        foreach (var (known, kind) in Words)
        {
            if (known.Equals(asked, StringComparison.OrdinalIgnoreCase))
                return kind;
        }

        return null;
    }
}
