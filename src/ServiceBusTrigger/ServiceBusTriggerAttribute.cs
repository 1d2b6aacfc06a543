using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Marks the parameter of a function that gets the messages of a queue or subscription; name, namespace and members are the official ones.
/// </summary>
/// <remarks>
/// Success completes a message, an exception abandons it. Keep the parameter a <c>byte[]</c>: then the host passes the body as it is, and a
/// body that is JSON overwrites none of the message's metadata. What the generators make of it stands in functions.metadata; a test holds
/// it.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute, ISupportCardinality
{
    /// <summary>The messages of a queue.</summary>
    /// <param name="queueName">The queue, or <c>%NAME%</c> of an app setting.</param>
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    /// <summary>The messages of a subscription.</summary>
    /// <param name="topicName">The topic.</param>
    /// <param name="subscriptionName">Its subscription.</param>
    public ServiceBusTriggerAttribute(string topicName, string subscriptionName)
    {
        TopicName = topicName;
        SubscriptionName = subscriptionName;
    }

    /// <summary>The queue.</summary>
    public string? QueueName { get; }

    /// <summary>The topic.</summary>
    public string? TopicName { get; }

    /// <summary>The subscription.</summary>
    public string? SubscriptionName { get; }

    /// <summary>
    /// The app setting with the connection string, or the prefix of those with the namespace (<c>NAME__fullyQualifiedNamespace</c>).
    /// </summary>
    public string? Connection { get; set; }

    /// <summary>Whether the queue has sessions: one message of a session at a time, in order.</summary>
    public bool IsSessionsEnabled { get; set; }

    /// <summary>Whether the host completes a message whose function succeeded; absent: as host.json says.</summary>
    public bool AutoCompleteMessages { get; set; } = true;

    /// <summary>Whether the function gets many messages at once.</summary>
    [DefaultValue(false)]
    public bool IsBatched { get; set; }

    Cardinality ISupportCardinality.Cardinality
    {
        get => IsBatched ? Cardinality.Many : Cardinality.One;
        set => IsBatched = value == Cardinality.Many;
    }
}
