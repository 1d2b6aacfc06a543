using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Judge;

/// <summary>The kinds of queue that cases ask for, by name.</summary>
internal static class QueueKinds
{
    public static readonly IReadOnlyDictionary<string, QueueDefinition> All = new Dictionary<string, QueueDefinition>
    {
        ["plain"] = new() { Name = "" },
        ["large"] = new() { Name = "", MaxMessageSizeInKilobytes = 102_400 },
        ["brief"] = new()
        {
            Name = "",
            LockDuration = TimeSpan.FromSeconds(1),
            MaxDeliveryCount = 5,
        },
        ["parked"] = new() { Name = "", MaxDeliveryCount = 3 },
        ["expiring"] = new() { Name = "", DeadLetteringOnMessageExpiration = true },
        ["unique"] = new() { Name = "", RequiresDuplicateDetection = true },
        ["sessions"] = new() { Name = "", RequiresSession = true },
        ["brief-sessions"] = new()
        {
            Name = "",
            RequiresSession = true,
            LockDuration = TimeSpan.FromSeconds(1),
        },
    };
}
