using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns;

/// <summary>The <c>Columns</c> section of the settings.</summary>
internal sealed class ColumnOptions
{
    /// <summary>What a site's own shortcodes stand for: their names, and words of <see cref="ShortcodeKindWords"/>.</summary>
    public Dictionary<string, string?> Shortcodes { get; set; } = [];

    /// <summary>The shortcodes of every site, and these before them.</summary>
    public ShortcodeNames ShortcodeNames() =>
        Cleaning.Shortcodes.ShortcodeNames.With(
            Shortcodes.Select(one => (one.Key, ShortcodeKindWords.KindOf(one.Value) ?? ShortcodeKind.Unknown))
        );
}
