using System.Security.Cryptography.X509Certificates;
using Azure.Core;

namespace Hub.Azure.ServiceBus;

/// <summary>Where Service Bus is and how to sign in: a connection string, or a namespace with a credential.</summary>
public sealed record ServiceBusOptions
{
    /// <summary>
    /// <c>Endpoint=sb://host[:port];SharedAccessKeyName=…;SharedAccessKey=…</c>; with <c>UseDevelopmentEmulator=true</c> without TLS.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>The namespace, such as <c>name.servicebus.windows.net</c>; used with <see cref="Credential"/>.</summary>
    public string? FullyQualifiedNamespace { get; init; }

    /// <summary>Who signs in to <see cref="FullyQualifiedNamespace"/>.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>How long an operation may take before the connection counts as dead.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A peer that is silent for this long is dead; whole milliseconds.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many messages a receiver takes ahead of being asked; more than 1 lets lock time run while messages wait here.</summary>
    public int ReceiverCredit { get; init; } = 1;

    /// <summary>How often a transient failure of a send is tried again.</summary>
    public int SendRetries { get; init; } = 4;

    /// <summary>How long a send waits before it is tried again after the service said that it is busy.</summary>
    public TimeSpan ServerBusyDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long disposing the client waits for what is under way.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A root certificate to trust instead of those of the machine, for a broker with a certificate of its own; null for Azure.</summary>
    public X509Certificate2? TrustedRoot { get; init; }

    /// <summary>How long a token made from a shared access key is good.</summary>
    public TimeSpan SharedAccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);
}
