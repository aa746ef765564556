using Newsletter.Subscribers.Exporting;
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
        services.AddSingleton<Export>();
        return services;
    }
}
