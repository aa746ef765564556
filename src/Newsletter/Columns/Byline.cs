using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Newsletter.Columns;

/// <summary>One author of a column, as the column credits them.</summary>
/// <param name="Role">"Présidente de l’Observatoire", as the source spells it.</param>
/// <param name="Portrait">Where a portrait of the author was found.</param>
internal sealed partial record Byline(string Name, string? Role = null, Picture? Portrait = null)
{
    /// <summary>Whether the role is what another column says of the person, where the column's own source says none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool BorrowsRole { get; init; }

    /// <summary>The same of the portrait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool BorrowsPortrait { get; init; }

    /// <summary>As the column's own source has it.</summary>
    [JsonIgnore]
    public Byline Own =>
        this with
        {
            Role = BorrowsRole ? null : Role,
            Portrait = BorrowsPortrait ? null : Portrait,
            BorrowsRole = false,
            BorrowsPortrait = false,
        };

    /// <summary>What the same source says of the person elsewhere, where this says nothing.</summary>
    public Byline CompletedBy(Byline other) =>
        this with
        {
            Role = Role ?? other.Role,
            Portrait = Portrait ?? other.Portrait,
        };

    /// <summary>
    /// How two spellings of one name are compared: without case, and with one kind of space, apostrophe and hyphen.
    /// Accents count. At most 200 characters.
    /// </summary>
    public static string KeyOf(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\'');
        var key = Blanks().Replace(Hyphens().Replace(plain, "-"), " ").Trim();
        return key.Length <= 200 ? key : key[..(char.IsHighSurrogate(key[199]) ? 199 : 200)];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Blanks();

    // The hyphen, the one that does not break, and the dashes that are typed for it.
    [GeneratedRegex("[\u2010-\u2014\u2212]", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Hyphens();
}
