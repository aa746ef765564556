namespace Newsletter.Web.Desk;

/// <summary>What the page of one’s own account says.</summary>
internal sealed record OwnAccountWords
{
    public required string Who { get; init; }
    public required string Name { get; init; }
    public required string Spoken { get; init; }
    public required string Saved { get; init; }
    public required string Password { get; init; }
    public required string Present { get; init; }
    public required string New { get; init; }
    public required string Change { get; init; }
    public required string Changed { get; init; }
    public required string WrongPassword { get; init; }
    public required string Sessions { get; init; }
    public required string This { get; init; }
    public required string Seen { get; init; }
    public required string End { get; init; }
    public required string EndOthers { get; init; }
    public required string Ended { get; init; }
    public required string Browser { get; init; }
    public required string From { get; init; }
    public required string Roles { get; init; }
    public required string Everywhere { get; init; }
    public required string NoName { get; init; }

    public static OwnAccountWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly OwnAccountWords s_english = new()
    {
        Who = "You",
        Name = "Name, as colleagues see it",
        Spoken = "Language of the desk",
        Saved = "Saved.",
        Password = "Password",
        Present = "Present password",
        New = "New password",
        Change = "Change the password",
        Changed = "The password is changed, and other browsers are signed out.",
        WrongPassword =
            "The present password is another one, or the new one is too short: at least 12 characters, at least 5 different ones.",
        Sessions = "Where you are signed in",
        This = "this browser",
        Seen = "last used",
        End = "Sign out there",
        EndOthers = "Sign out everywhere else",
        Ended = "Signed out there.",
        Browser = "Browser",
        From = "From",
        Roles = "What you may do",
        Everywhere = "all publications",
        NoName = "Give a name of at most 200 characters.",
    };

    private static readonly OwnAccountWords s_french = new()
    {
        Who = "Vous",
        Name = "Nom, tel que vos collègues le voient",
        Spoken = "Langue du bureau",
        Saved = "Enregistré.",
        Password = "Mot de passe",
        Present = "Mot de passe actuel",
        New = "Nouveau mot de passe",
        Change = "Changer le mot de passe",
        Changed = "Le mot de passe est changé, et les autres navigateurs sont déconnectés.",
        WrongPassword =
            "Le mot de passe actuel est un autre, ou le nouveau est trop court : au moins 12 caractères, dont 5 différents.",
        Sessions = "Où vous êtes connecté·e",
        This = "ce navigateur",
        Seen = "dernière utilisation",
        End = "Y déconnecter",
        EndOthers = "Déconnecter partout ailleurs",
        Ended = "Déconnecté.",
        Browser = "Navigateur",
        From = "Depuis",
        Roles = "Ce que vous pouvez faire",
        Everywhere = "toutes les publications",
        NoName = "Donnez un nom de 200 caractères au plus.",
    };
}
