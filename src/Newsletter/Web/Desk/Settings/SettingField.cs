using Newsletter.Publications;

namespace Newsletter.Web.Desk;

/// <summary>One setting of a publication on a form: how it stands now, and what a person typed becomes of it.</summary>
/// <param name="Name">Of the field, and of its words in <see cref="FieldWords"/>.</param>
/// <param name="Value">As it stands now, in the words in which it is typed.</param>
/// <param name="With">The settings that ask for what was typed.</param>
internal sealed record SettingField(
    string Name,
    Func<Publication, string> Value,
    Func<PublicationSettings, string, PublicationSettings> With,
    SettingKind Kind = SettingKind.Line
)
{
    /// <summary>The words of a <see cref="SettingKind.Choice"/>; the templates have theirs from a folder.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What a browser may offer while one types.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    public static SettingField Theme(string name, Func<Theme, string> value, SettingKind kind = SettingKind.Line) =>
        new(
            name,
            publication => value(publication.Theme),
            (settings, typed) => settings with { Theme = [.. settings.Theme, $"{name}={typed}"] },
            kind
        );
}
