using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// The names that exports give to the columns that we read, folded to lower-case letters and digits without accents,
/// so that "E-mail", "EMAIL" and "e mail" are one. Where several fit, the first listed is meant.
/// </summary>
internal static class HeaderWords
{
    public static readonly string[] Address =
    [
        "email",
        "emailaddress",
        "mail",
        "courriel",
        "adresseemail",
        "adressemail",
        "adressecourriel",
        "adresseelectronique",
        "adressedecourriel",
        "mailaddress",
        "emailadresse",
        "mailadresse",
        "subscriberemail",
        "correoelectronico",
        "correo",
        "indirizzoemail",
        "adresse",
        "address",
    ];

    public static readonly string[] Name =
    [
        "name",
        "fullname",
        "displayname",
        "subscribername",
        "nomcomplet",
        "nometprenom",
        "prenometnom",
        "prenomnom",
        "nomprenom",
    ];

    public static readonly string[] FirstName =
    [
        "firstname",
        "prenom",
        "fname",
        "givenname",
        "forename",
        "vorname",
        "nombre",
    ];

    public static readonly string[] LastName =
    [
        "lastname",
        "nom",
        "nomdefamille",
        "lname",
        "surname",
        "familyname",
        "nachname",
        "apellido",
        "apellidos",
        "cognome",
    ];

    public static readonly string[] Status =
    [
        "status",
        "state",
        "statut",
        "etat",
        "subscriptionstatus",
        "subscriberstatus",
        "emailstatus",
        "subscribertype",
    ];

    /// <summary>Columns that say yes where a reader may be mailed.</summary>
    public static readonly string[] Consenting = ["subscribedtoemails", "subscribed", "optin", "optedin", "abonne"];

    /// <summary>Columns that hold something only where a reader left, or where the address is dead.</summary>
    public static readonly FrozenDictionary<string, Verdict> Marks = new Dictionary<string, Verdict>
    {
        ["unsubtime"] = Verdict.Left,
        ["unsubscribedat"] = Verdict.Left,
        ["unsubscriptiondate"] = Verdict.Left,
        ["unsubscribed"] = Verdict.Left,
        ["deletedat"] = Verdict.Left,
        ["emaildisabled"] = Verdict.Left,
        ["emailblacklisted"] = Verdict.Left,
        ["optout"] = Verdict.Left,
        ["cleantime"] = Verdict.Dead,
        ["bouncedat"] = Verdict.Dead,
    }.ToFrozenDictionary();

    /// <summary>Lower-case letters and digits, without accents.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static string Decomposed(string text) =>
        Ascii.IsValid(text) ? text : new string([.. text.Normalize(NormalizationForm.FormD).Where(IsBase)]);

    private static bool IsBase(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark;
}
