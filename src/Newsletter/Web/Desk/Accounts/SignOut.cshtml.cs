using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Ends the session of this browser, in the database as well as in the cookie.</summary>
[OwnAccount]
internal sealed class SignOutModel(SignInManager<StaffMember> signIn, StaffSessions sessions) : DeskPage
{
    public override string Title => Desk.SignOut;

    public IActionResult OnGet() => Redirect("/desk");

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(Me.MemberId, Me.SessionId, Cancel);
        await signIn.SignOutAsync();
        return Redirect("/desk/sign-in");
    }
}
