using System.Globalization;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Web.Desk;

/// <summary>A source as it is typed at the desk.</summary>
internal sealed record SourceForm(string Kind, string Address, string Since, string Pages)
{
    private const string On = "on";

    public static SourceForm Empty { get; } = new("feed", "", "", "off");

    public static SourceForm Of(Source source) =>
        new(
            source.Kind.ToString().ToLowerInvariant(),
            source.Address,
            source.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            source.ReadsPages ? On : "off"
        );

    public static SourceForm Typed(IFormCollection form) =>
        new(
            form["kind"].ToString().Trim(),
            form["address"].ToString().Trim(),
            form["since"].ToString().Trim(),
            form["pages"].ToString().Trim()
        );

    public bool ReadsPages => Pages == On;

    /// <summary>A folder of this machine is for who may work on the machine: it needs a role in all publications.</summary>
    public SourceKind KindIn(bool isOfAll, string refusal) =>
        Kind switch
        {
            "wordpress" => SourceKind.WordPress,
            "folder" when isOfAll => SourceKind.Folder,
            "folder" => throw new Refusal(refusal),
            _ => SourceKind.Feed,
        };

    /// <param name="refusal">With a place for what was typed.</param>
    public DateOnly? Day(string refusal) =>
        Since.Length == 0 ? null
        : DateOnly.TryParseExact(Since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw new Refusal(string.Format(CultureInfo.InvariantCulture, refusal, Since));

    /// <param name="kinds">The kinds to choose from; none where that stays.</param>
    public IEnumerable<ShownField> Fields(FieldWords words, string form, params IReadOnlyList<string> kinds)
    {
        if (kinds.Count > 0)
            yield return words.Shown(form, "kind", Kind, SettingKind.Choice, kinds);
        yield return words.Shown(form, "address", Address);
        yield return words.Shown(form, "since", Since);
        yield return words.Shown(form, "pages", Pages, SettingKind.Choice, "off", On);
    }

    public override string ToString() => $"{Kind} {Address}, since {Since}, pages {Pages}";
}
