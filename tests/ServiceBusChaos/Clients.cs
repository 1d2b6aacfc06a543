using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace ServiceBusChaos;

/// <summary>Clients of the official SDK and messages for all runs.</summary>
internal static class Clients
{
    public const string Queue = "q";

    /// <summary>A client; with <paramref name="retries"/> 0 a failure is told at once.</summary>
    public static ServiceBusClient New(
        string connectionString,
        int retries = 3,
        TimeSpan? tryTimeout = null,
        TimeSpan? idleTimeout = null
    ) =>
        new(
            connectionString,
            new ServiceBusClientOptions
            {
                ConnectionIdleTimeout = idleTimeout ?? TimeSpan.FromMinutes(1),
                RetryOptions = new ServiceBusRetryOptions
                {
                    MaxRetries = retries,
                    TryTimeout = tryTimeout ?? TimeSpan.FromSeconds(30),
                    Delay = TimeSpan.FromMilliseconds(200),
                },
            }
        );

    public static ServiceBusMessage Message(string id, int size = 1024, string? session = null)
    {
        var message = new ServiceBusMessage(new byte[size]) { MessageId = id };
        if (session is not null)
        {
            message.SessionId = session;
        }
        return message;
    }

    public static ServiceBusMessage Message(int id, int size = 1024, string? session = null) =>
        Message(id.ToString(CultureInfo.InvariantCulture), size, session);

    /// <summary>Whether an exception of the SDK tells of a broker or a client that went away.</summary>
    public static bool IsCutOff(Exception fault) =>
        fault is ServiceBusException or OperationCanceledException or ObjectDisposedException or TimeoutException;
}
