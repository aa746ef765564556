using Microsoft.Extensions.Options;

namespace Newsletter.Messages;

internal static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddOptions<DkimOptions>().BindSettings("Dkim").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DkimOptions>, DkimOptionsCheck>();
        services.AddSingleton<DkimKeyring>();
        return services;
    }
}
