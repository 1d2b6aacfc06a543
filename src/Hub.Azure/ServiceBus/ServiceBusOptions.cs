using System.Security.Cryptography.X509Certificates;
using Azure.Core;

namespace Hub.Azure.ServiceBus;

/// <summary>Where Service Bus is and how to sign in: a connection string, or a namespace with a credential; and how long to try.</summary>
/// <remarks>
/// The times are chosen so that a send with a dead broker fails within 13 seconds, before a request has waited
/// <see cref="DependencyLimit.Default"/>: a link that hangs is dropped, and opened anew, before its caller has its 503. A broker that says
/// it is busy makes the SDK pause some 10 seconds before each new try, which can't be set.
/// </remarks>
public sealed record ServiceBusOptions
{
    /// <summary>
    /// <c>Endpoint=sb://host[:port];SharedAccessKeyName=…;SharedAccessKey=…</c>; with <c>UseDevelopmentEmulator=true</c> without TLS.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>The namespace, such as <c>name.servicebus.windows.net</c>; used with <see cref="Credential"/>.</summary>
    public string? FullyQualifiedNamespace { get; init; }

    /// <summary>The port of <see cref="FullyQualifiedNamespace"/> when it isn't Azure's own; null for 5671.</summary>
    public int? Port { get; init; }

    /// <summary>Who signs in to <see cref="FullyQualifiedNamespace"/>.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>How long one try of an operation may take.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How often an operation that failed for a passing reason is tried again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>A peer that is silent for this long is dead.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long disposing the client waits for what is under way.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A root certificate to trust instead of those of the machine, for a broker with a certificate of its own; null for Azure.
    /// </summary>
    public X509Certificate2? TrustedRoot { get; init; }
}
