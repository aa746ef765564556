using Newsletter.Publications;

namespace Newsletter.Web.Desk;

/// <summary>What a form of settings asks for, and what it leaves as it is.</summary>
internal static class SettingValues
{
    /// <summary>What was typed of each field; what the form did not hold stays.</summary>
    public static Dictionary<string, string> Typed(IEnumerable<SettingField> fields, IFormCollection form) =>
        fields
            .Where(field => form.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => form[field.Name].ToString(), StringComparer.Ordinal);

    /// <summary>The fields in which something else is typed than what stands.</summary>
    public static IReadOnlyList<SettingField> Changed(
        IEnumerable<SettingField> fields,
        Publication publication,
        IReadOnlyDictionary<string, string> typed
    ) =>
        [
            .. fields.Where(field =>
                typed.TryGetValue(field.Name, out var value)
                && value.ReplaceLineEndings("\n").Trim() != field.Value(publication)
            ),
        ];

    public static PublicationSettings Asked(
        IEnumerable<SettingField> fields,
        IReadOnlyDictionary<string, string> typed
    ) =>
        fields.Aggregate(
            new PublicationSettings(),
            (settings, field) => field.With(settings, typed[field.Name].Trim())
        );

    /// <summary>For the trail: a line a field.</summary>
    public static string Told(IEnumerable<SettingField> fields, Publication publication) =>
        string.Join('\n', fields.Select(field => $"{field.Name}: {field.Value(publication)}"));
}
