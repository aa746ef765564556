using Microsoft.Extensions.Options;

namespace Newsletter.Messages;

internal static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services
            .AddOptions<DkimSettings>()
            .Configure<IConfiguration>((keys, settings) => keys.Read(settings))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DkimSettings>, DkimSettingsCheck>();
        services.AddSingleton<DkimKeyring>();
        return services;
    }
}
