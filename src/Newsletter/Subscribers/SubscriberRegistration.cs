using Microsoft.Extensions.Options;
using Newsletter.Subscribers.Exporting;
using Newsletter.Subscribers.Importing;
using Newsletter.Subscribers.SignUps;

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
        services.AddSingleton<Export>();
        services.AddOptions<SignUpOptions>().BindSettings("SignUp").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignUpOptions>, SignUpOptionsCheck>();
        services.AddSingleton<SignUpOffers>();
        services.AddSingleton<SignUpLimits>();
        services.AddSingleton<ShownForms>();
        services.AddSingleton<SignUp>();
        services.AddSingleton<Confirming>();
        services.AddSingleton<FreshLinks>();
        services.AddOptions<RetentionOptions>().BindSettings("Retention").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsCheck>();
        services.AddSingleton<Pruning>();
        return services;
    }
}
