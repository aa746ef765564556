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

    public static readonly string[] Language = ["language", "lang", "langue", "locale", "preferredlanguage"];

    /// <summary>When the reader agreed; the moment of confirming before that of asking.</summary>
    public static readonly string[] Joined =
    [
        "confirmtime",
        "confirmedat",
        "optintime",
        "optinat",
        "optindate",
        "consentat",
        "consentdate",
        "subscriptiondatesubstack",
        "subscriptiondate",
        "subscribedat",
        "subscribedon",
        "joinedat",
        "joined",
        "joindate",
        "signupdate",
        "signedupat",
        "dateinscription",
        "datedinscription",
        "dateabonnement",
        "datedabonnement",
        "creationdate",
        "createdat",
        "created",
        "datecreated",
        "datedecreation",
        "addedtime",
        "addedat",
        "dateadded",
        "datedajout",
    ];

    public static readonly string[] Network = ["confirmip", "optinip", "signupip", "ipaddress", "ip", "adresseip"];

    public static readonly string[] Tags = ["tags", "tag", "labels", "label", "etiquettes", "etiquette"];

    public static readonly string[] Attributes = ["attributes", "metadata", "data"];

    /// <summary>What one column alone says, in the order in which columns are given away.</summary>
    public static readonly (ColumnMeaning Meaning, string[] Names)[] Singles =
    [
        (ColumnMeaning.Address, Address),
        (ColumnMeaning.Name, Name),
        (ColumnMeaning.FirstName, FirstName),
        (ColumnMeaning.LastName, LastName),
        (ColumnMeaning.Status, Status),
        (ColumnMeaning.Consenting, Consenting),
        (ColumnMeaning.Language, Language),
    ];

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
        ["optedout"] = Verdict.Left,
        ["optouttime"] = Verdict.Left,
        ["desabonnele"] = Verdict.Left,
        ["datededesabonnement"] = Verdict.Left,
        ["datededesinscription"] = Verdict.Left,
        ["cleantime"] = Verdict.Dead,
        ["bouncedat"] = Verdict.Dead,
    }.ToFrozenDictionary();

    /// <summary>What several columns of one file may say; null where the word is none of them.</summary>
    public static ColumnMeaning? Repeated(string word) =>
        Joined.Contains(word) ? ColumnMeaning.Joined
        : Network.Contains(word) ? ColumnMeaning.Network
        : Tags.Contains(word) ? ColumnMeaning.Tags
        : Attributes.Contains(word) ? ColumnMeaning.Attributes
        : null;

    /// <summary>How far down the list of its meaning a word stands: of several columns the first that says something counts.</summary>
    public static int Rank(ColumnMeaning meaning, string word) =>
        meaning switch
        {
            ColumnMeaning.Joined => Array.IndexOf(Joined, word),
            ColumnMeaning.Network => Array.IndexOf(Network, word),
            _ => 0,
        };

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
