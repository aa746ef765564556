using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Where staff sign in. Known and unknown addresses get the same answer, after the same work.</summary>
[OpenToAll]
internal sealed class SignInModel(
    SignInManager<StaffMember> signIn,
    IPasswordHasher<StaffMember> hasher,
    Invitations invitations
) : DeskPage
{
    // What an unknown address's password is compared with, so that the answer takes as long.
    private static string? s_nobody;

    public AccountWords Words => AccountWords.In(Language);

    public override string Title => IsAnybodyHere ? Words.SignIn : Words.FirstTitle;

    public bool IsAnybodyHere { get; private set; } = true;

    [BindProperty(Name = "email")]
    public string Email { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    /// <summary>Where they were going; a path of the desk, or nothing.</summary>
    [BindProperty(Name = "back", SupportsGet = true)]
    public string? BackTo { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Member is not null)
            return Redirect(Destination);
        IsAnybodyHere = await invitations.IsAnybodyHereAsync(Cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var member = await signIn.UserManager.FindByNameAsync((Email ?? "").Trim());
        // No such account, a locked one and a wrong password are told alike, and take as long: none is told from another.
        if (member is null || await signIn.UserManager.IsLockedOutAsync(member))
        {
            s_nobody ??= hasher.HashPassword(new StaffMember(), DeskToken.Make());
            hasher.VerifyHashedPassword(new StaffMember(), s_nobody, Password ?? "");
            Problem = Words.Wrong;
            return Page();
        }

        var result = await signIn.PasswordSignInAsync(
            member,
            Password ?? "",
            isPersistent: false,
            lockoutOnFailure: true
        );
        if (result.Succeeded)
            return Redirect(Destination);
        Problem = Words.Wrong;
        return Page();
    }

    // Never another site: "//example.org" is one as well.
    private string Destination =>
        BackTo is { } to && (to == "/desk" || to.StartsWith("/desk/", StringComparison.Ordinal)) && Url.IsLocalUrl(to)
            ? to
            : "/desk";
}
