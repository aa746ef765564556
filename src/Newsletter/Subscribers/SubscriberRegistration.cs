using Microsoft.Extensions.Options;
using Newsletter.Subscribers.Importing;

namespace Newsletter.Subscribers;

internal static class SubscriberRegistration
{
    public static IServiceCollection AddSubscribers(this IServiceCollection services)
    {
        services.AddSingleton<LinkKeys>();
        services.AddSingleton<ReaderLinks>();
        services.AddSingleton<Subscribing>();
        services.AddSingleton<Unsubscribing>();
        services.AddSingleton<Suppressing>();
        services.AddSingleton<SubscriberList>();
        services.AddSingleton<Import>();
        services.AddOptions<RetentionOptions>().BindSettings("Retention").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsCheck>();
        services.AddSingleton<Pruning>();
        return services;
    }
}
