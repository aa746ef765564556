using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Identity's way in, with a session of ours behind each cookie, and closed accounts kept out.</summary>
internal sealed class DeskSignIn(
    UserManager<StaffMember> members,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<StaffMember> principals,
    IOptions<IdentityOptions> identity,
    ILogger<DeskSignIn> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffMember> confirmation,
    StaffSessions sessions
) : SignInManager<StaffMember>(members, accessor, principals, identity, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(StaffMember user) =>
        user.ClosedAt is null && await base.CanSignInAsync(user);

    public override async Task SignInWithClaimsAsync(
        StaffMember user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        var token = await sessions.BeginAsync(
            user.Id,
            Network.OrNull(Context.Connection.RemoteIpAddress) ?? "",
            Context.Request.Headers.UserAgent,
            Context.RequestAborted
        );
        await base.SignInWithClaimsAsync(
            user,
            authenticationProperties,
            additionalClaims.Append(new Claim(DeskSession.Claim, token))
        );
    }
}
