namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>One bracket that is a shortcode's: "[name key="value"]", "[/name]" or "[name /]".</summary>
/// <param name="Values">Attributes without a name: "[youtube https://…]".</param>
internal sealed record ShortcodeTag(
    string Raw,
    string Name,
    ShortcodeKind Kind,
    bool Closing,
    bool SelfClosing,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Values
)
{
    /// <summary>The first of these attributes that says something.</summary>
    public string? First(params string[] names)
    {
        foreach (var name in names)
            if (Attributes.GetValueOrDefault(name) is { Length: > 0 } value)
                return value;
        return null;
    }
}
