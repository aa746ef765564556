using Newsletter.Hosting.Demo;
using Newsletter.Hosting.Diagnosis;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Hosting;

internal static class HostingRegistration
{
    /// <summary>All but the schedule, which only the service runs.</summary>
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddOptions<TelemetryOptions>().BindSettings("Telemetry").ValidateOnStart();
        return services
            .AddSingleton<Health>()
            .AddSingleton<Demonstration>()
            .AddSingleton<IMailDomains, MailDomains>()
            .AddDiagnosis();
    }
}
