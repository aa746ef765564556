using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Staff;

internal static class StaffRegistration
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        // Identity's store wants a context for the length of a request.
        services.AddScoped(all => all.GetRequiredService<IDbContextFactory<NewsletterDb>>().CreateDbContext());
        services.AddScoped<IUserStore<StaffMember>, StaffStore>();
        services
            .AddIdentityCore<StaffMember>(identity =>
            {
                // NIST SP 800-63B section 3.1.1.2: length, and no rules about kinds of characters.
                identity.Password.RequiredLength = 12;
                identity.Password.RequiredUniqueChars = 5;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddTokenProvider<AuthenticatorTokenProvider<StaffMember>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddDataProtection().SetApplicationName("newsletter");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<ProtectionKeys>((keys, repository) => keys.XmlRepository = repository);
        return services
            .AddSingleton<ProtectionKeys>()
            .AddSingleton<StaffSessions>()
            .AddSingleton<StaffPosts>()
            .AddSingleton<Invitations>()
            .AddSingleton<AuditTrail>();
    }
}
