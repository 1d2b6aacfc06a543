namespace Hub.Deelnemers;

/// <summary>How a deelnemer gets what is for it.</summary>
public enum Channel
{
    /// <summary>From its queue on Service Bus, over AMQP.</summary>
    ServiceBus,

    /// <summary>From its postbus, over HTTP: <c>GET /postbus</c>.</summary>
    Http,
}
