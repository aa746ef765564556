using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>The cookie of the desk: it holds a session's token, and everything else is asked of the database with each request.</summary>
internal static class DeskSession
{
    /// <summary>The claim that holds the token.</summary>
    public const string Claim = "session";

    private const string Key = "desk.signed-in";

    /// <summary>Who sits at the desk; null for a visitor.</summary>
    public static SignedIn? SignedInOrNull(this HttpContext http) => http.Items[Key] as SignedIn;

    /// <summary>Lets a principal in only where its session still stands, and with the roles of this moment.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<StaffSessions>();
        var found = context.Principal?.FindFirstValue(Claim) is { } token
            ? await sessions.FindAsync(token, context.HttpContext.RequestAborted)
            : null;
        if (found is null)
            context.RejectPrincipal();
        else
            context.HttpContext.Items[Key] = found;
    }
}
