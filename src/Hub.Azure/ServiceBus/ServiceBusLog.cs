using Microsoft.Extensions.Logging;

namespace Hub.Azure.ServiceBus;

/// <summary>What the client logs: names of queues and conditions, never content.</summary>
internal static partial class ServiceBusLog
{
    [LoggerMessage(2001, LogLevel.Information, "Connected to Service Bus at {Host}:{Port}")]
    public static partial void Connected(this ILogger log, string host, int port);

    [LoggerMessage(2002, LogLevel.Warning, "Connection to Service Bus lost: {Condition}")]
    public static partial void ConnectionLost(this ILogger log, string condition);

    [LoggerMessage(2003, LogLevel.Warning, "Token for {Entity} could not be renewed: {Failure}")]
    public static partial void TokenNotRenewed(this ILogger log, string entity, string failure);

    [LoggerMessage(2004, LogLevel.Debug, "Receiver of {Entity} is opened again")]
    public static partial void ReceiverReopened(this ILogger log, string entity);

    [LoggerMessage(2005, LogLevel.Warning, "Send failed, attempt {Attempt}: {Failure}")]
    public static partial void SendFailed(this ILogger log, int attempt, string failure);
}
