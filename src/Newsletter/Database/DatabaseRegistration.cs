using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Newsletter.Database;

internal static class DatabaseRegistration
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new DataFolder(dataFolder));
        services.AddOptions<DatabaseOptions>().BindSettings("Database").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsCheck>();
        services.AddSingleton<Databases>();
        services.AddSingleton<IDbContextFactory<NewsletterDb>>(all => all.GetRequiredService<Databases>());
        services.AddSingleton<WriteLane>();
        services.AddSingleton<Migrator>();
        return services;
    }
}
