using DnsClient;
using Newsletter.Delivery.Routing;

namespace Newsletter.Hosting.Diagnosis;

internal static class DiagnosisRegistration
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services)
    {
        services.AddSingleton<IDnsQuery>(_ => new LookupClient(
            new LookupClientOptions
            {
                Timeout = TimeSpan.FromSeconds(3),
                Retries = 1,
                ThrowDnsErrors = false,
            }
        ));
        // Which carrier it is depends on settings, and those are examined first.
        services.AddSingleton(all => new Lazy<Carriers>(all.GetRequiredService<Carriers>));
        return services.AddSingleton<DkimChecks>().AddSingleton<DnsRecords>().AddSingleton<Doctor>();
    }
}
