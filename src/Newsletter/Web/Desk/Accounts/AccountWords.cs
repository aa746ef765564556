namespace Newsletter.Web.Desk;

/// <summary>What the pages of accounts say.</summary>
internal sealed record AccountWords
{
    public required string SignIn { get; init; }
    public required string Email { get; init; }
    public required string Password { get; init; }
    public required string PasswordHint { get; init; }
    public required string Name { get; init; }
    public required string Wrong { get; init; }
    public required string FirstTitle { get; init; }
    public required string FirstText { get; init; }
    public required string FirstHow { get; init; }
    public required string Create { get; init; }
    public required string Invited { get; init; }
    public required string SpentLink { get; init; }
    public required string NoName { get; init; }
    public required string NoAddress { get; init; }

    public static AccountWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly AccountWords s_english = new()
    {
        SignIn = "Sign in",
        Email = "Email address",
        Password = "Password",
        PasswordHint = "At least 12 characters; a sentence is good.",
        Name = "Your name, as colleagues see it",
        Wrong =
            "This address and password do not belong together. Check both; after eight wrong passwords an account stays shut for ten minutes, and an admin can invite you anew.",
        FirstTitle = "The first account",
        FirstText = "This account is an admin’s. It invites everybody else.",
        FirstHow =
            "There is no account yet. On the server, “newsletter staff first” prints the link that opens the first one.",
        Create = "Create the account",
        Invited = "You are invited",
        SpentLink = "This link was used, or is too old. Ask for a new one.",
        NoName = "Give the name by which colleagues know you, at most 200 characters.",
        NoAddress = "This is not an email address; write it as name@example.org.",
    };

    private static readonly AccountWords s_french = new()
    {
        SignIn = "Se connecter",
        Email = "Adresse électronique",
        Password = "Mot de passe",
        PasswordHint = "Au moins 12 caractères ; une phrase convient bien.",
        Name = "Votre nom, tel que vos collègues le voient",
        Wrong =
            "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux ; après huit mots de passe faux, un compte reste fermé dix minutes, et un administrateur peut vous inviter de nouveau.",
        FirstTitle = "Le premier compte",
        FirstText = "Ce compte est celui d’un administrateur. Il invite tous les autres.",
        FirstHow =
            "Il n’y a pas encore de compte. Sur le serveur, « newsletter staff first » donne le lien qui ouvre le premier.",
        Create = "Créer le compte",
        Invited = "Vous êtes invité·e",
        SpentLink = "Ce lien a déjà servi, ou il est trop ancien. Demandez-en un nouveau.",
        NoName = "Donnez le nom sous lequel vos collègues vous connaissent, 200 caractères au plus.",
        NoAddress = "Ce n’est pas une adresse électronique ; écrivez-la comme nom@example.org.",
    };
}
