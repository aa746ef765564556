using System.Collections.Frozen;

namespace Newsletter.Subscribers.Importing;

/// <summary>The columns of our own export, which keep more than those of any other system.</summary>
internal static class OwnColumns
{
    /// <summary>Begins the name of a column that is a field.</summary>
    public const string FieldPrefix = "field:";

    private static readonly FrozenDictionary<string, ColumnMeaning> Meanings = new Dictionary<string, ColumnMeaning>
    {
        ["email"] = ColumnMeaning.Address,
        ["name"] = ColumnMeaning.Name,
        ["language"] = ColumnMeaning.Language,
        ["status"] = ColumnMeaning.Status,
        ["state"] = ColumnMeaning.State,
        ["since"] = ColumnMeaning.Since,
        ["joined_at"] = ColumnMeaning.Joined,
        ["rhythm"] = ColumnMeaning.Rhythm,
        ["paused_until"] = ColumnMeaning.PausedUntil,
        ["consent_at"] = ColumnMeaning.ConsentAt,
        ["consent_how"] = ColumnMeaning.ConsentHow,
        ["consent_sentence"] = ColumnMeaning.ConsentSentence,
        ["consent_page"] = ColumnMeaning.ConsentPage,
        ["consent_form"] = ColumnMeaning.ConsentForm,
        ["consent_network"] = ColumnMeaning.Network,
        ["suppressed_because"] = ColumnMeaning.SuppressedBecause,
        ["suppressed_by"] = ColumnMeaning.SuppressedBy,
        ["tags"] = ColumnMeaning.Tags,
    }.ToFrozenDictionary();

    public static ColumnUse? OrNull(string header)
    {
        var name = header.Trim();
        if (name.StartsWith(FieldPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return FieldName.OrNull(name[FieldPrefix.Length..]) is { } field
                ? new ColumnUse(0, header, ColumnMeaning.Field) { Field = field }
                : null;
        }

        return Meanings.TryGetValue(name.ToLowerInvariant(), out var meaning)
            ? new ColumnUse(0, header, meaning)
            : null;
    }
}
