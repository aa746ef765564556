namespace Newsletter.Hosting;

/// <summary>The <c>Telemetry</c> section of the settings. OTLP is set as everywhere, by <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Whether the service gives its figures at <c>/metrics</c>, to anyone who asks there.</summary>
    public bool Prometheus { get; set; }
}
