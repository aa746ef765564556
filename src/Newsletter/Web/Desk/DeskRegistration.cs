using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>The desk as a part of the web. Its cookies stay under its own path: no page of readers, and no preview, ever sees one.</summary>
internal static class DeskRegistration
{
    private const string Root = "/desk";
    private const string Folder = "/Desk";

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<IUserClaimsPrincipalFactory<StaffMember>, DeskPrincipals>();
        services.AddScoped<IUserConfirmation<StaffMember>, DefaultUserConfirmation<StaffMember>>();
        services.AddScoped<SignInManager<StaffMember>, DeskSignIn>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        foreach (
            var scheme in new[]
            {
                IdentityConstants.ApplicationScheme,
                IdentityConstants.ExternalScheme,
                IdentityConstants.TwoFactorUserIdScheme,
                IdentityConstants.TwoFactorRememberMeScheme,
            }
        )
        {
            services
                .AddOptions<CookieAuthenticationOptions>(scheme)
                .Configure<IOptions<SiteOptions>>((cookies, site) => Keep(cookies, scheme, site.Value));
        }

        services
            .AddOptions<CookieTempDataProviderOptions>()
            .Configure<IOptions<SiteOptions>>((said, site) => Keep(said.Cookie, "desk-said", site.Value));
        services
            .AddAntiforgery()
            .AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>()
            .Configure<IOptions<SiteOptions>>((forms, site) => Keep(forms.Cookie, "desk-form", site.Value));
        // A field that a form leaves out is an empty one: what must be there is said in a sentence, by who needs it.
        services.Configure<MvcOptions>(mvc => mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention(Folder, page => page.Filters.Add(new DeskGate()))
        );
        return services;
    }

    /// <summary>Before the pages: who it is, for the desk alone.</summary>
    public static void UseDesk(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
            desk => desk.UseAuthentication()
        );
        app.MapGet(DeskAssets.Route, DeskAssets.Give);
    }

    private static void Keep(CookieAuthenticationOptions cookies, string scheme, SiteOptions site)
    {
        Keep(cookies.Cookie, $"desk-{scheme.Split('.')[^1].ToLowerInvariant()}", site);
        if (scheme != IdentityConstants.ApplicationScheme)
            return;
        cookies.LoginPath = "/desk/sign-in";
        cookies.ExpireTimeSpan = StaffSessions.Longest;
        cookies.SlidingExpiration = false;
        // Identity's own way of asking again now and then gives way to one that asks each time.
        cookies.Events = new CookieAuthenticationEvents { OnValidatePrincipal = DeskSession.ValidateAsync };
    }

    private static void Keep(CookieBuilder cookie, string name, SiteOptions site)
    {
        (cookie.Name, cookie.Path, cookie.HttpOnly) = (name, Root, true);
        cookie.SameSite = SameSiteMode.Lax;
        cookie.IsEssential = true;
        cookie.SecurePolicy = site.Root.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
    }
}
