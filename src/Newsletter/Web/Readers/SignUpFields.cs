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

    public static SignUpFields Of(PostedForm form) =>
        new(
            form.Text(EmailField) ?? "",
            form.Text(NameField) ?? "",
            form.Text(ShownField) ?? "",
            form.Text(SeenField) ?? "",
            form.Text(FormField) == Embedded
        )
        {
            Trap = form.Text(TrapField) ?? "",
            IsSure = !string.IsNullOrEmpty(form.Text(SureField)),
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
}
