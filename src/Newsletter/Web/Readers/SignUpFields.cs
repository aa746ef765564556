using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>The fields of a sign-up form, by the names that they have in it.</summary>
internal sealed record SignUpFields(string Email, string Name, string Shown, string Seen, bool IsEmbedded)
{
    public const string EmailField = "email";
    public const string NameField = "name";
    public const string ShownField = "shown";
    public const string SeenField = "seen";
    public const string TrapField = "website";
    public const string SureField = "sure";
    public const string FormField = "form";
    public const string Embedded = "embedded";

    public static SignUpFields Empty { get; } = new("", "", "", "", IsEmbedded: false);

    public string Trap { get; private init; } = "";

    public bool IsSure { get; private init; }

    public static SignUpFields Of(IFormCollection form) =>
        new(
            First(form, EmailField),
            First(form, NameField),
            First(form, ShownField),
            First(form, SeenField),
            First(form, FormField) == Embedded
        )
        {
            Trap = First(form, TrapField),
            IsSure = First(form, SureField).Length > 0,
        };

    public SignUpForm Form(FormOrigin from) =>
        new(Email, Name, from)
        {
            SentenceMark = Seen,
            Trap = Trap,
            Shown = Shown,
            IsTimed = !IsEmbedded,
            IsSure = IsSure,
        };

    private static string First(IFormCollection form, string field) => form[field] is [{ } value, ..] ? value : "";
}
