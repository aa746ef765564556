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
        services.AddSingleton<LeavingReasons>();
        services.AddSingleton<OtherSubscriptions>();
        services.AddSingleton<Pauses>();
        services.AddSingleton<RequestLinks>();
        services.AddSingleton<OwnRequests>();
        services.AddSingleton<Suppressing>();
        services.AddSingleton<SubscriberList>();
        services.AddSingleton<Import>();
        return services;
    }
}
