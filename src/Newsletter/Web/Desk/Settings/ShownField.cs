namespace Newsletter.Web.Desk;

/// <summary>A field as a form shows it to a person.</summary>
/// <param name="Value">What stands now, or what was typed and refused.</param>
internal sealed record ShownField(
    string Id,
    string Name,
    string Label,
    string? Hint,
    string Value,
    SettingKind Kind,
    IReadOnlyList<(string Word, string Says)> Choices,
    IReadOnlyList<string> Examples
);
