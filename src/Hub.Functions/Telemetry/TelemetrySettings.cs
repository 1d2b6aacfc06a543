namespace Hub.Functions.Telemetry;

/// <summary>
/// Under which name traces and metrics are exported; where to and how the OpenTelemetry SDK reads itself, from settings that were checked.
/// </summary>
/// <param name="Name">The name of the service.</param>
/// <param name="IsOtlp">Whether they go out over OTLP.</param>
/// <param name="AzureMonitor">The connection string of Application Insights; null when they don't go there.</param>
internal sealed record TelemetrySettings(string Name, bool IsOtlp, string? AzureMonitor)
{
    // Azure gives it, to the host and to the app.
    public const string Azure = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public const string Address = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
}
