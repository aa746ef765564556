using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>What a cookie says of a member: the number. Name and roles are asked of the database.</summary>
internal sealed class DeskPrincipals : IUserClaimsPrincipalFactory<StaffMember>
{
    public Task<ClaimsPrincipal> CreateAsync(StaffMember user) =>
        Task.FromResult(
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture))],
                    IdentityConstants.ApplicationScheme
                )
            )
        );
}
