using Azure.Messaging.ServiceBus;

namespace Hub.Azure.ServiceBus;

/// <summary>Makes the SDK's client from our options.</summary>
internal static class Clients
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    /// <exception cref="ArgumentException">The options name no namespace, or no way to sign in.</exception>
    public static ServiceBusClient From(ServiceBusOptions options)
    {
        var settings = new ServiceBusClientOptions
        {
            ConnectionIdleTimeout = options.IdleTimeout,
            RetryOptions = new ServiceBusRetryOptions
            {
                TryTimeout = options.TryTimeout,
                MaxRetries = options.Retries,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
            },
        };
        if (options.TrustedRoot is { } root)
        {
            settings.CertificateValidationCallback = (_, certificate, _, faults) => Certificates.IsTrusted(certificate, faults, root);
        }
        if (options.ConnectionString is { } text)
        {
            return FromConnectionString(text, settings);
        }
        if (options is { FullyQualifiedNamespace: { } name, Credential: { } credential })
        {
            if (options.Port is { } port)
            {
                settings.CustomEndpointAddress = new UriBuilder("sb", name, port).Uri;
            }
            return new ServiceBusClient(name, credential, settings);
        }

        throw new ArgumentException("Service Bus needs a connection string, or a namespace with a credential.", nameof(options));
    }

    private static ServiceBusClient FromConnectionString(string text, ServiceBusClientOptions settings)
    {
        ServiceBusConnectionStringProperties parts;
        try
        {
            parts = ServiceBusConnectionStringProperties.Parse(text);
        }
        catch (FormatException)
        {
            // Its message may quote the key.
            throw new ArgumentException("The Service Bus connection string can't be read.", nameof(text));
        }

        // The SDK looks at the port only of a development emulator.
        if (parts.Endpoint is { Port: > 0 } endpoint && !text.Contains("UseDevelopmentEmulator=true", StringComparison.OrdinalIgnoreCase))
        {
            settings.CustomEndpointAddress = endpoint;
        }
        return new ServiceBusClient(text, settings);
    }
}
