using Newsletter.Delivery;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Newsletter.Hosting;

/// <summary>Hands the stages' figures to whoever is set to receive them.</summary>
internal static class Telemetry
{
    public const string Path = "/metrics";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OwnEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    /// <summary>In the service: pushed by OTLP where an endpoint is set, given at <see cref="Path"/> where that is set.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        var (pushes, gives) = (Pushes(settings), Gives(settings));
        if (!pushes && !gives)
            return;
        services
            .AddOpenTelemetry()
            .ConfigureResource(Describe)
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(DeliveryMeter.Name);
                if (pushes)
                    metrics.AddOtlpExporter();
                if (gives)
                    metrics.AddPrometheusExporter();
            });
    }

    /// <summary>In a command that delivers: pushed by OTLP where an endpoint is set. Null where none is.</summary>
    public static IDisposable? Start(IConfiguration settings) =>
        Pushes(settings)
            ? Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(Describe)
                .AddMeter(DeliveryMeter.Name)
                .AddOtlpExporter()
                .Build()
            : null;

    public static void MapTelemetry(this WebApplication app)
    {
        if (Gives(app.Configuration))
            app.MapPrometheusScrapingEndpoint(Path);
    }

    private static void Describe(ResourceBuilder resource) => resource.AddService("newsletter");

    private static bool Pushes(IConfiguration settings) =>
        !string.IsNullOrWhiteSpace(settings[Endpoint]) || !string.IsNullOrWhiteSpace(settings[OwnEndpoint]);

    private static bool Gives(IConfiguration settings)
    {
        var options = new TelemetryOptions();
        SettingsBinding.Read(options, settings.GetSection("Telemetry"));
        return options.Prometheus;
    }
}
