using DnsClient;

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
        return services.AddSingleton<DnsRecords>().AddSingleton<Doctor>();
    }
}
