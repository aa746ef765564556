namespace Newsletter.Web.Desk;

/// <summary>What settings are called in one language.</summary>
/// <param name="Names">By the name of a field: its label, and a hint where one is needed.</param>
/// <param name="Choices">By the name of a field and a word that it can be, with a blank between them.</param>
internal sealed record FieldWords(
    Dictionary<string, (string Label, string? Hint)> Names,
    Dictionary<string, string> Choices
)
{
    public static FieldWords In(string language) =>
        language == DeskLanguage.French ? FrenchFieldWords.Words : EnglishFieldWords.Words;

    /// <summary>Fields of a publication's form.</summary>
    /// <param name="form">The form's name, which begins the identifiers.</param>
    /// <param name="values">By name; a publication's own where one is missing.</param>
    /// <param name="templates">The choices of the template.</param>
    public IEnumerable<ShownField> Shown(
        string form,
        IEnumerable<SettingField> fields,
        Func<SettingField, string> values,
        IReadOnlyList<string> templates
    ) =>
        fields.Select(field =>
            Shown(form, field.Name, values(field), field.Kind) with
            {
                Choices =
                [
                    .. field.Name == "template"
                        ? templates.Select(name => (name, name))
                        : field.Choices.Select(word => (word, Choices[$"{field.Name} {word}"])),
                ],
                Examples = field.Examples,
            }
        );

    /// <summary>A single field.</summary>
    public ShownField Shown(
        string form,
        string name,
        string value,
        SettingKind kind = SettingKind.Line,
        params IReadOnlyList<string> choices
    ) =>
        new(
            $"{form}-{name}",
            name,
            Names[name].Label,
            Names[name].Hint,
            value,
            kind,
            [.. choices.Select(word => (word, Choices[$"{name} {word}"]))],
            []
        );
}
